package org.connectarium.analysis.results;

import java.util.List;
import org.connectarium.graph.GraphException;

/// Asks a graph, wherever it is kept.
public interface Ask {
  /// The rows of a query.
  ///
  /// @throws GraphException if the query is refused: what is asked for is not in the data
  List<Answer> rows(String cypher);

  /// The rows of a call.
  default List<Answer> rows(Call call) {
    return rows(call.cypher());
  }

  /// The one row of a query.
  default Answer row(String cypher) {
    return rows(cypher).getFirst();
  }
}
