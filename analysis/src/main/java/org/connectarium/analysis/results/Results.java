package org.connectarium.analysis.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.connectarium.analysis.paper.Block;
import org.connectarium.analysis.paper.Digits;
import org.connectarium.analysis.paper.Paper;
import org.connectarium.analysis.paper.ResultTable;
import org.connectarium.graph.GraphException;
import org.jspecify.annotations.Nullable;

/// The report of data sets: what they are, results, methods, what was left out, provenance.
public final class Results {
  private final Ask ask;
  private final Settings settings;
  private final List<AnalysisKind> kinds;
  private final List<Facts> datasets;

  private Results(Ask ask, Settings settings, List<AnalysisKind> kinds, List<Facts> datasets) {
    this.ask = ask;
    this.settings = settings;
    this.kinds = kinds;
    this.datasets = datasets;
  }

  /// What made a report.
  ///
  /// @param version of the program
  /// @param command as it was given
  /// @param written when
  public record Making(String version, String command, String written) {}

  /// Looks at the data sets that are to be reported.
  ///
  /// @param names of data sets; none: all that the graph has
  /// @throws GraphException if there is no such data set, none at all, or one was not written to
  ///     its end
  public static Results of(
      Ask ask, List<String> names, Set<AnalysisKind> kinds, Settings settings) {
    List<String> all = names.isEmpty() ? Facts.names(ask) : names.stream().distinct().toList();
    if (all.isEmpty()) {
      throw new GraphException(
          "The graph holds no connectome; bring one with 'connectarium import-connectome'");
    }
    return new Results(
        ask,
        settings,
        kinds.stream().sorted(Comparator.naturalOrder()).toList(),
        all.stream().map(name -> Facts.read(ask, name)).toList());
  }

  /// How many analyses there are to do.
  public int steps() {
    return datasets.size() * kinds.size();
  }

  /// Asks for everything and writes it down.
  ///
  /// @param progress told what is worked on
  public Paper paper(Making making, Progress progress) {
    List<Block> results = new ArrayList<>();
    List<Block> leftOut = new ArrayList<>();
    for (Facts facts : datasets) {
      List<Block> ofDataset = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      for (AnalysisKind kind : kinds) {
        Part part = kind.analysis().of(facts, ask, settings);
        progress.done(kind);
        if (!part.blocks().isEmpty()) {
          ofDataset.add(new Block.Heading(datasets.size() > 1 ? 3 : 2, kind.analysis().heading()));
          ofDataset.addAll(part.blocks());
        }
        missing.addAll(part.leftOut());
      }
      if (datasets.size() > 1 && !ofDataset.isEmpty()) {
        results.add(new Block.Heading(2, facts.name()));
      }
      results.addAll(ofDataset);
      leftOut(leftOut, facts.name(), missing);
    }
    List<String> missing = new ArrayList<>();
    for (AnalysisKind kind : kinds) {
      Part part = kind.analysis().together(datasets, ask, settings);
      if (!part.blocks().isEmpty()) {
        results.add(new Block.Heading(2, kind.analysis().heading()));
        results.addAll(part.blocks());
      }
      missing.addAll(part.leftOut());
    }
    if (!missing.isEmpty()) {
      leftOut(leftOut, "All data sets", missing);
    }
    List<Block> methods = new ArrayList<>();
    for (AnalysisKind kind : kinds) {
      List<String> texts = kind.analysis().methods(datasets, settings);
      if (!texts.isEmpty()) {
        methods.add(new Block.Heading(2, kind.analysis().heading()));
        texts.stream().map(Block.Paragraph::new).forEach(methods::add);
      }
    }
    return new Paper(
        title(),
        List.of("Connectarium " + making.version() + ", " + making.written()),
        List.of(
            new Paper.Chapter("Data", new DataChapter(datasets).blocks()),
            new Paper.Chapter("Results", results),
            new Paper.Chapter("Methods", methods),
            new Paper.Chapter("Left out", leftOut),
            new Paper.Chapter("Provenance", provenance(making))));
  }

  private String title() {
    return datasets.size() == 1
        ? "Connectome statistics: " + datasets.getFirst().name()
        : "Connectome statistics of %d data sets".formatted(datasets.size());
  }

  private static void leftOut(List<Block> blocks, String of, List<String> lines) {
    if (lines.isEmpty()) {
      blocks.add(new Block.Paragraph(of + ": nothing that was asked for."));
    } else {
      blocks.add(new Block.Paragraph(of + ":"));
      blocks.add(new Block.Points(lines));
    }
  }

  private List<Block> provenance(Making making) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Facts facts : datasets) {
      rows.add(
          List.of(
              facts.name(),
              facts.run().text("id"),
              facts.run().text("version"),
              facts.run().text("started"),
              facts.run().text("inputHash")));
    }
    return List.of(
        new Block.Paragraph(
            "Written %s by Connectarium %s, seed %s, with the command"
                .formatted(making.written(), making.version(), Digits.count(settings.seed()))),
        new Block.Code(making.command()),
        new Block.Paragraph(
            "Each number comes from the call of a procedure that stands below its figure or table; the same call on the same graph gives it again. The graph was made by the runs of {tab:runs}."),
        new Block.Listing(
            new ResultTable(
                "runs", List.of("data set", "run", "version", "started", "input hash"), rows),
            "Runs that made the data sets.",
            rows.size(),
            List.of("MATCH (c:Connectome), (r:Run {key: c.run}) RETURN c.name, r")));
  }
}
