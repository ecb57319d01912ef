package org.connectarium.app.analyze;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.analysis.figure.Figure;
import org.connectarium.analysis.paper.Block;
import org.connectarium.analysis.paper.Paper;
import org.connectarium.analysis.results.AnalysisKind;
import org.connectarium.analysis.results.Answer;
import org.connectarium.analysis.results.Results;
import org.connectarium.analysis.results.Results.Making;
import org.connectarium.analysis.results.Settings;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.graph.GraphException;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// Writes the report of data sets into a folder: `index.html`, `figures/*.svg` and `*.png`,
/// `tables/*.csv`, `report.json`. The folder is replaced as a whole or stays as it was.
///
/// @param names of data sets; none: all
/// @param kinds of analyses
/// @param tables formats of tables beside CSV
public record AnalysisReport(
    List<String> names, Set<AnalysisKind> kinds, Settings settings, List<String> tables) {
  private static final int DOTS_PER_INCH = 300;

  public AnalysisReport {
    names = List.copyOf(names);
    kinds = Set.copyOf(kinds);
    tables = List.copyOf(tables);
  }

  /// What was written.
  ///
  /// @param folder with index.html
  public record Written(String folder, List<String> figures, List<String> tables) {}

  /// Asks the graph and writes.
  ///
  /// @throws BadInputException if the folder holds something else, or there is no such format
  /// @throws GraphException if there is no such data set, or none
  public Written write(WorkspaceGraph graph, Path out, Making making, Progress progress)
      throws IOException {
    ReportFolder folder = ReportFolder.of(out);
    TableFiles files = TableFiles.of(tables);
    Results results =
        Results.of(
            cypher -> graph.rows(cypher).stream().map(AnalysisReport::answer).toList(),
            names,
            kinds,
            settings);
    Paper paper;
    try (Progress.Task task = progress.begin("analyze", results.steps(), "analysis")) {
      paper = results.paper(making, _ -> task.advance(1));
    }
    Path inside = folder.begin();
    try {
      Written written = write(paper, files, inside, folder.target(), making);
      folder.end();
      return written;
    } catch (IOException | RuntimeException e) {
      folder.abandon();
      throw e;
    }
  }

  private static Answer answer(Map<String, Object> row) {
    return new Answer(new LinkedHashMap<>(row));
  }

  private Written write(Paper paper, TableFiles files, Path inside, Path target, Making making)
      throws IOException {
    List<String> figures = new ArrayList<>();
    List<String> listed = new ArrayList<>();
    for (Block.Illustration block : paper.all(Block.Illustration.class)) {
      Figure figure = block.figure();
      figures.add(file(inside, "figures/" + figure.name() + ".svg", utf8(figure.svg())));
      figures.add(file(inside, "figures/" + figure.name() + ".png", figure.png(DOTS_PER_INCH)));
    }
    for (Block.Listing block : paper.all(Block.Listing.class)) {
      listed.addAll(files.write(inside, block.table()));
    }
    file(inside, "index.html", utf8(paper.html()));
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("version", making.version());
    mark.put("written", making.written());
    mark.put("command", making.command());
    mark.put("seed", settings.seed());
    mark.put("figures", figures);
    mark.put("tables", listed);
    file(inside, ReportFolder.MARK, utf8(Json.write(mark) + "\n"));
    return new Written(target.toString(), figures, listed);
  }

  private static String file(Path inside, String name, byte[] bytes) {
    WholeFile.writeForced(inside.resolve(name), bytes);
    return name;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
