package org.connectarium.graph.bulk;

import java.util.List;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.NamedScores;
import org.connectarium.graph.sink.RowProperties;
import org.connectarium.graph.sink.SegmentRow;
import org.neo4j.batchimport.api.input.InputEntityVisitor;

/// Some rows on their way through the importer.
sealed interface Rows {
  int size();

  void visit(int i, InputEntityVisitor visitor);

  /// Segments whose nodes have consecutive numbers.
  record Segments(List<SegmentRow> rows, int firstNode, int runKey, List<NamedScores> scores)
      implements Rows {
    private static final String[] LABELS = {GraphSchema.SEGMENT.name()};

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void visit(int i, InputEntityVisitor visitor) {
      visitor.id(firstNode + i);
      visitor.labels(LABELS);
      RowProperties.Target to = (name, value) -> visitor.property(name, value, false);
      RowProperties.segment(rows.get(i), runKey, to);
      for (NamedScores of : scores) {
        of.put(i, to);
      }
    }
  }

  /// Contacts with the nodes of their ends.
  @SuppressWarnings("ArrayRecordComponent") // made for this, never compared
  record Contacts(
      List<ContactRow> rows, int[] lowNodes, int[] highNodes, int runKey, List<NamedScores> scores)
      implements Rows {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void visit(int i, InputEntityVisitor visitor) {
      visitor.startId(lowNodes[i]);
      visitor.endId(highNodes[i]);
      visitor.type(GraphSchema.CONTACT.name());
      RowProperties.Target to = (name, value) -> visitor.property(name, value, false);
      RowProperties.contact(rows.get(i), runKey, to);
      for (NamedScores of : scores) {
        of.put(i, to);
      }
    }
  }
}
