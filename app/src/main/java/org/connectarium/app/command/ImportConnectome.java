package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.connectarium.app.connectome.ConnectomeImport;
import org.connectarium.app.connectome.ConnectomeImport.Imported;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.graph.connectome.ConnectomeRows;
import org.connectarium.graph.connectome.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium import-connectome MAPPING.yaml --workspace DIR`: a published connectome as graph.
@Command(
    name = "import-connectome",
    description = "Bring tables of a published connectome into a graph; see docs/connectomes.md.")
final class ImportConnectome implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private GraphOptions graph = new GraphOptions();

  @Parameters(paramLabel = "MAPPING.yaml", description = "Which column of which table is what.")
  private Path mapping = Path.of("");

  @Option(
      names = "--workspace",
      required = true,
      paramLabel = "DIR",
      description = "Folder with the graph; made if it is not there.")
  private Path workspace = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the tables; default: that of MAPPING.yaml.")
  private Optional<Path> data = Optional.empty();

  ImportConnectome(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ConnectomeImport tables = ConnectomeImport.of(mapping, data);
    try (Workspace place = Workspace.openForTables(workspace);
        WorkspaceGraph store = graph.placeOfTables(place).open()) {
      show(tables.run(store.connectomes(), graph.mayReplace()));
    }
    return 0;
  }

  private void show(Imported imported) {
    ConnectomeRows rows = imported.rows();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dataset", imported.dataset());
    json.put("changed", imported.changed());
    json.put("neurons", rows.neurons().size());
    json.put("synapses", rows.synapses().size());
    json.put("connections", rows.connections().size());
    json.put("gap_junctions", rows.gapJunctions().size());
    json.put("skeletons", rows.skeletons().size());
    json.put("findings", rows.findings());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d neurons, %,d synapses, %,d connections, %,d gap junctions, %,d skeletons%s",
            imported.dataset(),
            rows.neurons().size(),
            rows.synapses().size(),
            rows.connections().size(),
            rows.gapJunctions().size(),
            rows.skeletons().size(),
            imported.changed() ? "" : "; they were there, nothing was changed"));
    rows.findings().forEach(finding -> lines.add(line(finding)));
    console.result(options, json, lines);
  }

  private static String line(Finding finding) {
    return String.format(
        Locale.ROOT,
        "  %s: %s %,d times (%s); %s",
        finding.table(),
        finding.kind(),
        finding.count(),
        finding.policy(),
        finding.example());
  }
}
