package org.connectarium.graph.bolt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.connectome.ConnectomeWrites;

/// Connectomes of tables through Bolt. Nothing is sent twice: a data set whose writing was
/// interrupted is stored anew.
record BoltConnectomeWrites(BoltConnection connection) implements ConnectomeWrites {
  private static final String WHAT = "Connectome";

  @Override
  public void write(String cypher, Map<String, Object> parameters) {
    connection.alone(WHAT, cypher, parameters);
  }

  @Override
  public List<Map<String, Object>> read(String cypher, Map<String, Object> parameters) {
    List<Map<String, Object>> rows = new ArrayList<>();
    connection.stream(WHAT, cypher, parameters, row -> rows.add(row.asMap()));
    return rows;
  }
}
