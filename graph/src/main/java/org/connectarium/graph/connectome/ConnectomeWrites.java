package org.connectarium.graph.connectome;

import java.util.List;
import java.util.Map;

/// Runs the statements that a [ConnectomeSink] is made of, each committed when it returns.
public interface ConnectomeWrites {
  /// Runs a statement that writes.
  void write(String cypher, Map<String, Object> parameters);

  /// The records that a statement gives.
  List<Map<String, Object>> read(String cypher, Map<String, Object> parameters);
}
