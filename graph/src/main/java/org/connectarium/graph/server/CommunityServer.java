package org.connectarium.graph.server;

import org.neo4j.configuration.Config;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.facade.GraphDatabaseDependencies;
import org.neo4j.server.CommunityBootstrapper;

/// The part of Neo4j's bootstrapper that starts databases and web server. Its public `start`
/// also prints to the console, redirects the standard streams and takes over signals, which a
/// program that has a command line of its own does not want.
final class CommunityServer extends CommunityBootstrapper {
  DatabaseManagementService start(Config config) {
    return createNeo(config, false, GraphDatabaseDependencies.newDependencies());
  }
}
