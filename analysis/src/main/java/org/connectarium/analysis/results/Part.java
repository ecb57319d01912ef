package org.connectarium.analysis.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.paper.Block;
import org.connectarium.analysis.paper.ResultTable;
import org.connectarium.graph.GraphException;

/// What an analysis has to say of a data set, in the making.
final class Part {
  private static final int SHOWN = 16;

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  void paragraph(String text) {
    blocks.add(new Block.Paragraph(text));
  }

  void figure(Figure figure, String caption, Call... calls) {
    blocks.add(new Block.Illustration(figure, caption, texts(calls)));
  }

  /// @param calls Cypher that gives its numbers
  void figure(Figure figure, String caption, List<String> calls) {
    blocks.add(new Block.Illustration(figure, caption, calls));
  }

  void table(ResultTable table, String caption, Call... calls) {
    blocks.add(new Block.Listing(table, caption, SHOWN, texts(calls)));
  }

  /// What is asked for, or a line that says why it is not in the data.
  ///
  /// @param what is missing then
  <T> Optional<T> unless(String what, Supplier<T> asked) {
    try {
      return Optional.of(asked.get());
    } catch (GraphException refused) {
      without(what + ": " + refused.getMessage());
      return Optional.empty();
    }
  }

  /// What could not be asked for, and why.
  void without(String line) {
    leftOut.add(line);
  }

  List<Block> blocks() {
    return blocks;
  }

  List<String> leftOut() {
    return leftOut;
  }

  private static List<String> texts(Call... calls) {
    List<String> texts = new ArrayList<>();
    for (Call call : calls) {
      texts.add(call.cypher());
    }
    return texts;
  }
}
