package org.connectarium.graph.server;

import java.nio.file.Path;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.server.configuration.ServerSettings;

/// Our options as Neo4j settings.
final class ServerConfig {
  private ServerConfig() {}

  static Config of(Path home, ServerOptions options) {
    return base(home, options)
        .set(HttpConnector.enabled, true)
        .set(
            HttpConnector.listen_address,
            new SocketAddress(options.listenAddress(), options.httpPort()))
        .set(BoltConnector.enabled, true)
        .set(
            BoltConnector.listen_address,
            new SocketAddress(options.listenAddress(), options.boltPort()))
        .set(BoltConnector.server_bolt_telemetry_enabled, false)
        .set(ServerSettings.allow_telemetry, false)
        .set(ServerSettings.http_logging_enabled, false)
        .set( // only pages that this server itself sends may read its answers
            ServerSettings.http_access_control_allow_origin,
            "http://" + options.listenAddress() + ":" + options.httpPort())
        .build();
  }

  static Config withoutNetwork(Path home, ServerOptions options) {
    return base(home, options)
        .set(HttpConnector.enabled, false)
        .set(BoltConnector.enabled, false)
        .build();
  }

  private static Config.Builder base(Path home, ServerOptions options) {
    return Config.newBuilder()
        .set(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath())
        .set(GraphDatabaseSettings.auth_enabled, options.authentication())
        .set(GraphDatabaseSettings.procedure_allowlist, options.procedures())
        .set(GraphDatabaseSettings.transaction_timeout, options.transactionTimeout())
        .set(GraphDatabaseSettings.memory_transaction_max_size, options.transactionBytes())
        .set(GraphDatabaseSettings.pagecache_memory, options.pageCacheBytes())
        .set(GraphDatabaseSettings.preallocate_logical_logs, false)
        .set(GraphDatabaseSettings.keep_logical_logs, "256M size")
        .set(GraphDatabaseSettings.allow_file_urls, false)
        .set(GraphDatabaseSettings.udc_enabled, false)
        .set(HttpsConnector.enabled, false);
  }
}
