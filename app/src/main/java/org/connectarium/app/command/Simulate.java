package org.connectarium.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.connectarium.app.dataset.SimulationReader;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.microscope.TileParameters;
import org.connectarium.ingest.simulation.SimulatedCortex;
import org.connectarium.ingest.simulation.SimulationPlan;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueParameters;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;
import org.connectarium.ingest.volume.VoxelSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium simulate DIR`: simulated tissue, its images, and everything that is true about it.
@Command(
    name = "simulate",
    description =
        "Make images of simulated tissue with the truth about every voxel, cell and synapse.")
final class Simulate implements Callable<Integer> {
  private static final double NM_PER_UM = 1000;

  /* ids of synapses hold 32,000 tiles of 10 µm on either side; a third of that is a whole brain */
  private static final double FARTHEST_UM = 100_000;

  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "DIR", description = "Folder to make: new, empty, or of a simulation.")
  private Path folder = Path.of("");

  @Option(names = "--size", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private SimulatedSize size = SimulatedSize.tiny;

  @Option(names = "--seed", paramLabel = "N", description = "Another tissue; default: 1.")
  private long seed = 1;

  @Option(
      names = "--look",
      paramLabel = "LOOK",
      description = "serial-section or fibsem; default: ${DEFAULT-VALUE}.")
  private String look = "fibsem";

  @Option(
      names = "--voxel-size",
      paramLabel = "X,Y,Z",
      description = "In nm; default: 10,10,10 for fibsem, 11.24,11.24,28 for serial-section.")
  private Optional<String> voxelSize = Optional.empty();

  @Option(
      names = "--parameters",
      paramLabel = "FILE.yaml",
      description = "What to change of tissue, imaging and tiles; see docs/formats/simulation.md.")
  private Optional<Path> parameters = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "X,Y,Z",
      description =
          "Where in the endless tissue the volume begins, µm; default: 0,0,0, where there is neither"
              + " a cell body nor a vessel.")
  private Optional<String> at = Optional.empty();

  @Option(names = "--tiles", description = "Write overlapping tiles of each section as well.")
  private boolean tiles;

  Simulate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Look chosen = look();
    SimulationReader.Parameters p = parameters(chosen);
    VoxelSize edges = voxelSize(chosen);
    SimulationPlan plan =
        new SimulationPlan(
            seed,
            size.box(),
            corner(edges),
            edges,
            chosen,
            p.imaging(),
            tiles ? Optional.of(p.tiles()) : Optional.empty(),
            p.tissueJson());
    List<Long> corner = plan.cornerVoxels();
    SimulatedCortex tissue =
        new SimulatedCortex(
            new Tissue(seed, p.tissue()),
            corner.get(0) * edges.xNm(),
            corner.get(1) * edges.yNm(),
            corner.get(2) * edges.zNm());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", folder.toString());
    json.put("voxels", plan.volume().voxels());
    json.putAll(
        TissueFolder.make(
            folder, "simulation", plan, tissue, options.threads(), console.progress()));
    console.result(
        options, json, List.of("go on with: connectarium run " + folder.resolve("dataset.yaml")));
    return 0;
  }

  private SimulationReader.Parameters parameters(Look chosen) throws IOException {
    SimulationReader.Parameters defaults =
        new SimulationReader.Parameters(
            TissueParameters.DEFAULT, ImagingParameters.of(chosen), TileParameters.DEFAULT);
    return parameters.isPresent() ? SimulationReader.read(parameters.get(), defaults) : defaults;
  }

  private Look look() {
    for (Look candidate : Look.values()) {
      if (candidate.written().equals(look)) {
        return candidate;
      }
    }
    List<String> known = Arrays.stream(Look.values()).map(Look::written).toList();
    throw new BadInputException(
        "--look has no choice \"" + look + "\"" + Spelling.hint(look, known));
  }

  private VoxelSize voxelSize(Look chosen) {
    if (voxelSize.isEmpty()) {
      return chosen.voxelSize();
    }
    double[] edges =
        threeNumbers(
            "--voxel-size",
            "of 0.1 to 10000 nm, as in 10,10,10",
            voxelSize.get(),
            Double.MAX_VALUE);
    return new VoxelSize(edges[0], edges[1], edges[2]);
  }

  /* The voxel that is nearest to the place asked for. */
  private List<Long> corner(VoxelSize edges) {
    if (at.isEmpty()) {
      return SimulationPlan.origin();
    }
    double[] um = threeNumbers("--at", "of µm, as in 20,-5.5,0", at.get(), FARTHEST_UM);
    return List.of(
        Math.round(um[0] * NM_PER_UM / edges.xNm()),
        Math.round(um[1] * NM_PER_UM / edges.yNm()),
        Math.round(um[2] * NM_PER_UM / edges.zNm()));
  }

  private static double[] threeNumbers(String option, String what, String text, double farthest) {
    String[] parts = text.split(",", -1);
    double[] numbers = new double[3];
    boolean good = parts.length == numbers.length;
    for (int i = 0; good && i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(parts[i]);
        good = Math.abs(numbers[i]) <= farthest;
      } catch (NumberFormatException _) {
        good = false;
      }
    }
    if (!good) {
      throw new BadInputException(
          option + " must be three numbers " + what + ", but is \"" + text + "\"");
    }
    return numbers;
  }
}
