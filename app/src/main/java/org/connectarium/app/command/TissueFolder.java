package org.connectarium.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.simulation.KnownTissue;
import org.connectarium.ingest.simulation.Simulation;
import org.connectarium.ingest.simulation.SimulationPlan;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.network.Preset;

/// Makes a folder with simulated images, truth, and a `dataset.yaml` that `run` takes as it is.
final class TissueFolder {
  /// Of ten sections, those that a network learns from where no shipped one knows the images.
  private static final int TRAINING_TENTHS = 6;

  private static final Preset NETWORK = Preset.SSTEM_UNET;

  private TissueFolder() {}

  /// Makes what is missing.
  ///
  /// @return what there was to do
  static Map<String, Object> make(
      Path folder,
      String name,
      SimulationPlan plan,
      KnownTissue tissue,
      int threads,
      Progress shown)
      throws Exception {
    Simulation simulation = Simulation.open(folder, plan, tissue);
    Path description = folder.resolve("dataset.yaml");
    Map<String, Object> done = new LinkedHashMap<>();
    if (simulation.isComplete() && Files.isRegularFile(description)) {
      done.put("blocks", 0);
      return done;
    }
    List<Box> blocks = simulation.missingBlocks();
    long voxels = blocks.stream().mapToLong(Box::voxels).sum();
    try (Progress.Task task = shown.begin("tissue", voxels, "voxel")) {
      BlockEngine.threads(threads)
          .runAll(() -> simulation::write, blocks, block -> task.advance(block.voxels()));
    }
    List<Box> sections =
        simulation.sectionsWithoutTiles().stream().map(z -> new Box(0, 0, z, 1, 1, z + 1)).toList();
    if (!sections.isEmpty()) {
      try (Progress.Task task = shown.begin("tiles", sections.size(), "section")) {
        BlockEngine.threads(threads)
            .runAll(() -> box -> simulation.writeTiles(box.z0()), sections, _ -> task.advance(1));
      }
    }
    writeDescription(description, name, plan);
    done.put("blocks", blocks.size());
    done.putAll(simulation.finish());
    return done;
  }

  private static void writeDescription(Path file, String name, SimulationPlan plan)
      throws IOException {
    String text =
        String.format(
                Locale.ROOT,
                """
                name: %s
                image: %s:/%s
                voxelSizeNm: [%s, %s, %s]
                truth: %s:/%s
                truthSkeletons: %s
                truthTypes: %s:/%s
                truthClefts: %s:/%s
                truthSynapses: %s
                """,
                name,
                Simulation.CONTAINER,
                Simulation.IMAGE,
                plan.voxelSize().xNm(),
                plan.voxelSize().yNm(),
                plan.voxelSize().zNm(),
                Simulation.CONTAINER,
                Simulation.LABELS,
                Simulation.SKELETONS,
                Simulation.CONTAINER,
                Simulation.TYPES,
                Simulation.CONTAINER,
                Simulation.CLEFTS,
                Simulation.SYNAPSES)
            + network(plan);
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  /* The shipped classifiers know voxels of the size of their training data only. */
  private static String classifiers(SimulationPlan plan) {
    return plan.voxelSize().equals(Look.FIBSEM.voxelSize())
        ? "classify: {continuity: simulated, synapse: simulated}\n"
        : "";
  }

  /* The shipped model knows isotropic images; for sections one learns from the first ones. */
  private static String network(SimulationPlan plan) {
    if (plan.look() == Look.FIBSEM) {
      return "model: fibsem\n" + classifiers(plan);
    }
    Box v = plan.volume();
    long learnt = v.sizeZ() * TRAINING_TENTHS / 10;
    long patch = patchEdge(plan);
    return String.format(
        Locale.ROOT,
        """
        train:
          network: sstem-unet
          box: [0, 0, 0, %s, %s, %s]
          patch: [%s, %s, %s]
        evaluate:
          box: [0, 0, %s, %s, %s, %s]
        segmentation: {method: affinity, threshold: 0.33, seedDepthNm: 80}
        """,
        v.x1(),
        v.y1(),
        learnt,
        patch,
        patch,
        NETWORK.patch().getFirst(),
        learnt,
        v.x1(),
        v.y1(),
        v.z1());
  }

  /* As usual, or less where the volume is smaller: the most that the network can halve. */
  private static long patchEdge(SimulationPlan plan) {
    Network network = NETWORK.network("sections", plan.voxelSize());
    int multiple = network.architecture().multiple().getLast();
    long least = Math.min(plan.volume().sizeX(), plan.volume().sizeY());
    return Math.min(NETWORK.patch().getLast(), least / multiple * multiple);
  }
}
