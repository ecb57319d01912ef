package org.connectarium.analysis.paper;

import java.util.List;
import org.connectarium.analysis.figure.Figure;

/// A piece of a chapter.
public sealed interface Block {

  /// A heading inside of a chapter.
  ///
  /// @param level 2 of a part, 3 of a piece of it
  record Heading(int level, String text) implements Block {}

  /// A paragraph.
  record Paragraph(String text) implements Block {}

  /// Lines of a command or program.
  record Code(String text) implements Block {}

  /// Lines of a list.
  record Points(List<String> texts) implements Block {
    public Points {
      texts = List.copyOf(texts);
    }
  }

  /// A figure with its caption.
  ///
  /// @param calls the Cypher that gives its numbers
  record Illustration(Figure figure, String caption, List<String> calls) implements Block {
    public Illustration {
      calls = List.copyOf(calls);
    }
  }

  /// A table with its caption.
  ///
  /// @param shown rows that the page has at most; the file of the table has all
  /// @param calls the Cypher that gives its numbers; may be none
  record Listing(ResultTable table, String caption, int shown, List<String> calls)
      implements Block {
    public Listing {
      calls = List.copyOf(calls);
    }
  }
}
