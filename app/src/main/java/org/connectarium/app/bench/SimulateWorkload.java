package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.simulation.SimulatedCortex;
import org.connectarium.ingest.simulation.Simulation;
import org.connectarium.ingest.simulation.SimulationPlan;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueParameters;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;

/// All that the command `simulate` does without tiles: the tissue planned from nothing, images and
/// all volumes of truth to N5, tables, skeletons.
final class SimulateWorkload implements Workload {
  private static final long SEED = 1;
  private static final int OPERATIONS_OF_A_SLICE = 60;
  private static final int OPERATIONS_OF_THE_REST = 45;
  private static final int OPERATIONS_PER_NANO = 12;
  private static final double ZSTD_NANOS = 10;

  private final Setting setting;
  private final Look look;
  private final Box volume;
  private int runs;
  private Map<String, Object> counted = Map.of();

  SimulateWorkload(Setting setting, Look look) {
    this.setting = setting;
    this.look = look;
    int edge = setting.size().edge();
    volume = Box.ofSize(edge, edge, edge);
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "simulate %s, look %s: tissue planned, image and six volumes of truth to N5, tables, SWC"
            + " and NML; no tiles",
        volume,
        look.written());
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return volume.voxels();
  }

  @Override
  public Floor floor() {
    int slices = look == Look.FIBSEM ? 1 : 3;
    int operations = slices * OPERATIONS_OF_A_SLICE + OPERATIONS_OF_THE_REST;
    return new Floor(
        (double) operations / OPERATIONS_PER_NANO + ZSTD_NANOS,
        setting.threads(),
        String.format(
            Locale.ROOT,
            "%d operations a voxel (%d for each slice, of %d in a section: two distances 20, stain"
                + " with two noises 40; then blur 15, shade and noise 30), %d a ns on a core, and 21"
                + " bytes (ids 8, clefts 8, five of 1) through zstd at 2 GB/s; plans of tiles, tables"
                + " and skeletons not counted",
            operations,
            OPERATIONS_OF_A_SLICE,
            slices,
            OPERATIONS_PER_NANO));
  }

  @Override
  public void prepare() throws IOException {
    WholeFolder.remove(folder());
    runs++;
  }

  private Path folder() {
    return setting.scratch().resolve("simulation-" + runs);
  }

  @Override
  public void run() throws Exception {
    SimulationPlan plan =
        new SimulationPlan(
            SEED,
            volume,
            SimulationPlan.origin(),
            look.voxelSize(),
            look,
            ImagingParameters.of(look),
            Optional.empty(),
            Map.of());
    Simulation simulation =
        Simulation.open(
            folder(), plan, new SimulatedCortex(new Tissue(SEED, TissueParameters.DEFAULT)));
    BlockEngine.threads(setting.threads())
        .runAll(() -> simulation::write, simulation.missingBlocks(), _ -> {});
    counted = simulation.finish();
  }

  @Override
  public String found() {
    return "%s cells, %s synapses, %s skeletons"
        .formatted(counted.get("neurites"), counted.get("synapses"), counted.get("skeletons"));
  }
}
