package org.connectarium.graph.connectome;

import java.util.List;
import java.util.Map;
import org.connectarium.graph.store.DiskSpace;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;

/// Into a database in the same process.
record EmbeddedConnectomeWrites(GraphDatabaseService database) implements ConnectomeWrites {
  @Override
  public void write(String cypher, Map<String, Object> parameters) {
    DiskSpace.requireRoom(database);
    database.executeTransactionally(cypher, parameters);
  }

  @Override
  public List<Map<String, Object>> read(String cypher, Map<String, Object> parameters) {
    return database.executeTransactionally(
        cypher, parameters, (Result result) -> result.stream().toList());
  }
}
