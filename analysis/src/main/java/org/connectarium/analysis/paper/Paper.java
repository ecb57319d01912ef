package org.connectarium.analysis.paper;

import java.util.List;
import java.util.stream.Stream;

/// A report of chapters. [#html] makes one page of it that asks no server for anything and needs no
/// scripts; figures are inside as SVG. The page is also well-formed XML.
///
/// In texts, `{fig:NAME}` and `{tab:NAME}` become the numbers of figures and tables, `{@KEY}` a
/// citation of [References], `{i:WORDS}` slanted; what looks like `doi:10.…` becomes a link.
///
/// @param title heading of the page
/// @param byline lines below it
/// @param chapters in their order; references come last by themselves
public record Paper(String title, List<String> byline, List<Chapter> chapters) {
  public Paper {
    byline = List.copyOf(byline);
    chapters = List.copyOf(chapters);
  }

  /// Blocks under a heading.
  public record Chapter(String heading, List<Block> blocks) {
    public Chapter {
      blocks = List.copyOf(blocks);
    }
  }

  /// The page.
  ///
  /// @throws IllegalArgumentException if a text names a figure, table or paper that is not there
  public String html() {
    return new PaperPage(this).html();
  }

  /// All blocks of a kind, in their order.
  public <B extends Block> List<B> all(Class<B> kind) {
    return chapters.stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .flatMap(block -> kind.isInstance(block) ? Stream.of(kind.cast(block)) : Stream.empty())
        .toList();
  }
}
