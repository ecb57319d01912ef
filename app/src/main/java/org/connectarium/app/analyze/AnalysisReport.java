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
import org.connectarium.analysis.paper.CsvTables;
import org.connectarium.analysis.paper.Paper;
import org.connectarium.analysis.paper.ResultTable;
import org.connectarium.analysis.paper.TableWriter;
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
public record AnalysisReport(List<String> names, Set<AnalysisKind> kinds, Settings settings) {
  private static final int DOTS_PER_INCH = 300;
  private static final List<TableWriter> TABLES = List.of(new CsvTables());

  public AnalysisReport {
    names = List.copyOf(names);
    kinds = Set.copyOf(kinds);
  }

  /// What was written.
  ///
  /// @param folder with index.html
  public record Written(String folder, List<String> figures, List<String> tables) {}

  /// Asks the graph and writes.
  ///
  /// @throws BadInputException if the folder holds something else
  /// @throws GraphException if there is no such data set, or none
  public Written write(WorkspaceGraph graph, Path out, Making making, Progress progress)
      throws IOException {
    ReportFolder folder = ReportFolder.of(out);
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
      Written written = write(paper, inside, folder.target(), making);
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

  private Written write(Paper paper, Path inside, Path target, Making making) throws IOException {
    List<String> figures = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    for (Block.Illustration block : paper.all(Block.Illustration.class)) {
      Figure figure = block.figure();
      figures.add(file(inside, "figures/" + figure.name() + ".svg", utf8(figure.svg())));
      figures.add(file(inside, "figures/" + figure.name() + ".png", figure.png(DOTS_PER_INCH)));
    }
    for (Block.Listing block : paper.all(Block.Listing.class)) {
      for (TableWriter writer : TABLES) {
        tables.add(table(inside, block.table(), writer));
      }
    }
    file(inside, "index.html", utf8(paper.html()));
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("version", making.version());
    mark.put("written", making.written());
    mark.put("command", making.command());
    mark.put("seed", settings.seed());
    mark.put("figures", figures);
    mark.put("tables", tables);
    file(inside, ReportFolder.MARK, utf8(Json.write(mark) + "\n"));
    return new Written(target.toString(), figures, tables);
  }

  private static String table(Path inside, ResultTable table, TableWriter writer) {
    String name = "tables/" + table.name() + "." + writer.extension();
    WholeFile.stream(inside.resolve(name), out -> writer.write(table, out));
    return name;
  }

  private static String file(Path inside, String name, byte[] bytes) {
    WholeFile.writeForced(inside.resolve(name), bytes);
    return name;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
