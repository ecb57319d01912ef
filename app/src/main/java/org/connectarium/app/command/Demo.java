package org.connectarium.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.SimulationReader;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.pipeline.Pipeline;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.microscope.TileParameters;
import org.connectarium.ingest.simulation.SimulatedCortex;
import org.connectarium.ingest.simulation.SimulationPlan;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium demo`: simulates a piece of tissue and runs every stage on it.
@Command(
    name = "demo",
    description = "Make a piece of tissue and run every stage on it; shows what comes out.")
final class Demo implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder to make; default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("connectarium-demo");

  @Option(names = "--size", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private SimulatedSize size = SimulatedSize.tiny;

  @Option(names = "--seed", paramLabel = "N", description = "Another tissue; default: 1.")
  private long seed = 1;

  Demo(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    Path file = folder.resolve("dataset.yaml");
    SimulationReader.Parameters p =
        new SimulationReader.Parameters(
            TissueParameters.DEFAULT, ImagingParameters.of(Look.FIBSEM), TileParameters.DEFAULT);
    SimulationPlan plan =
        new SimulationPlan(
            seed,
            size.box(),
            SimulationPlan.origin(),
            Look.FIBSEM.voxelSize(),
            Look.FIBSEM,
            p.imaging(),
            Optional.empty(),
            p.tissueJson());
    SimulatedCortex tissue = new SimulatedCortex(new Tissue(seed, p.tissue()));
    TissueFolder.make(folder, "demo", plan, tissue, options.threads(), console.progress());
    try (Workspace place = Workspace.openFor(folder, file)) {
      Dataset dataset = Dataset.read(file);
      GraphPlace graph = GraphPlace.inWorkspace(place.neo4j());
      Pipeline pipeline =
          new Pipeline(place, graph, dataset, console.progress(), options.threads());
      List<StageRecord> records = Run.run(console, pipeline, dataset, Stage.REPORT);
      Run.show(console, options, place, records);
      console.progress().note("look at the graph: connectarium serve " + folder);
    }
    return 0;
  }
}
