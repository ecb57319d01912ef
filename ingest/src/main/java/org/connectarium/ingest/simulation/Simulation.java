package org.connectarium.ingest.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.microscope.Micrograph;
import org.connectarium.ingest.microscope.Microscope;
import org.connectarium.ingest.n5.Compression;
import org.connectarium.ingest.n5.DataType;
import org.connectarium.ingest.n5.DatasetSpec;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.n5.VolumeAttributes;
import org.connectarium.ingest.tissue.Material;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;

/// A folder with simulated images and the truth about them, written block by block.
///
/// ```
///   Simulation simulation = Simulation.open(folder, plan, tissue);
///   for (Box block : simulation.missingBlocks()) {     // in any order, on any threads
///     simulation.write(block);
///   }
///   for (long section : simulation.sectionsWithoutTiles()) {
///     simulation.writeTiles(section);
///   }
///   simulation.finish();
/// ```
///
/// Blocks that an earlier, interrupted call with the same plan left are kept; those of another plan
/// are removed by [#open]. The folder is complete once `simulation.json` is there; it is written
/// last.
public final class Simulation {
  /// The container in the folder.
  public static final String CONTAINER = "tissue.n5";

  /// The datasets of the container.
  public static final String IMAGE = "image";

  public static final String LABELS = "labels";

  /// Folder of the skeletons, one SWC per cell.
  public static final String SKELETONS = SkeletonFiles.SWC;

  /// Path of the kinds of cells in it.
  public static final String TYPES = "types";

  /// Path of the clefts of synapses in it.
  public static final String CLEFTS = "clefts";

  /// Table of the synapses.
  public static final String SYNAPSES = "synapses.csv";

  private static final String ORGANELLES = "organelles";
  private static final String MASKS = "masks";
  private static final String MEMBRANES = "membranes";
  private static final List<String> DATASETS =
      List.of(LABELS, TYPES, ORGANELLES, CLEFTS, MASKS, MEMBRANES, IMAGE);

  private static final String MARKER = "simulation.json";
  private static final String PLAN = "plan";
  private static final String LEGEND = "legend";
  private static final String TILES = "tiles";
  private static final int BLOCK = 64;
  private static final double LARGEST_SYNAPSE_NM = 800;

  private final Path folder;
  private final SimulationPlan plan;
  private final KnownTissue tissue;
  private final Microscope microscope;
  private final SeenTruth truth;
  private final Map<String, N5Dataset> datasets = new HashMap<>();
  private final Optional<TileFiles> tiles;

  private Simulation(Path folder, SimulationPlan plan, KnownTissue tissue) {
    this.folder = folder;
    this.plan = plan;
    this.tissue = tissue;
    this.microscope = new Microscope(plan.seed(), plan.imaging(), tissue, plan.voxelSize());
    this.truth = new SeenTruth(tissue, microscope, plan.voxelSize());
    this.tiles =
        plan.tiles().map(t -> new TileFiles(folder.resolve(TILES), microscope, t, plan.volume()));
  }

  /// Makes a folder ready for a plan.
  ///
  /// @throws BadInputException if the folder is in use for something else, or cannot be written
  public static Simulation open(Path folder, SimulationPlan plan, KnownTissue tissue) {
    Simulation simulation = new Simulation(folder, plan, tissue);
    try {
      simulation.prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return simulation;
  }

  private void prepare() throws IOException {
    Path place = folder.resolve(CONTAINER);
    if (Files.exists(folder) && !Files.exists(place) && !isEmpty(folder)) {
      throw new BadInputException(
          folder + " holds other files and no simulation; give a new or an empty folder");
    }
    N5Container container = N5Container.openOrCreate(place);
    String wanted = JsonFile.text(plan.toJson());
    if (!wanted.equals(container.attributes("").get(PLAN))) {
      Files.deleteIfExists(folder.resolve(MARKER));
      for (String dataset : container.datasets()) {
        container.removeDataset(dataset);
      }
      WholeFolder.remove(folder.resolve(SkeletonFiles.SWC));
      WholeFolder.remove(folder.resolve(TILES));
      container.putAttributes("", Map.of(PLAN, wanted));
    }
    for (String name : DATASETS) {
      datasets.put(name, create(container, name));
    }
    explain(container, TYPES, VoxelTruth.TYPES);
    explain(container, MASKS, VoxelTruth.MASKS);
    explain(
        container,
        ORGANELLES,
        Stream.of(Material.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList());
  }

  /* Once: a later call must not look like a change of the dataset. */
  private static void explain(N5Container container, String dataset, List<String> names) {
    if (!container.attributes(dataset).containsKey(LEGEND)) {
      container.putAttributes(dataset, Map.of(LEGEND, VoxelTruth.legend(names)));
    }
  }

  private N5Dataset create(N5Container container, String name) {
    boolean ids = name.equals(LABELS) || name.equals(CLEFTS);
    Box volume = plan.volume();
    N5Dataset dataset =
        container.createDataset(
            name,
            DatasetSpec.of(
                new long[] {volume.sizeX(), volume.sizeY(), volume.sizeZ()},
                new int[] {BLOCK, BLOCK, BLOCK},
                ids ? DataType.UINT64 : DataType.UINT8,
                new Compression.Zstd(ids ? 3 : 1)));
    if (VolumeAttributes.read(container, name).isEmpty()) {
      VolumeAttributes.of(plan.voxelSize()).write(container, name);
    }
    return dataset;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  /// Whether nothing is left to do.
  public boolean isComplete() {
    return Files.isRegularFile(folder.resolve(MARKER))
        && missingBlocks().isEmpty()
        && sectionsWithoutTiles().isEmpty();
  }

  /// The blocks that are not there yet, x fastest.
  public List<Box> missingBlocks() {
    return plan.volume().blocks(BLOCK, BLOCK, BLOCK).stream()
        .filter(block -> !DATASETS.stream().allMatch(name -> has(name, block)))
        .toList();
  }

  private boolean has(String name, Box block) {
    return of(name).hasBlock(block.x0() / BLOCK, block.y0() / BLOCK, block.z0() / BLOCK);
  }

  private N5Dataset of(String name) {
    N5Dataset dataset = datasets.get(name);
    if (dataset == null) {
      throw new IllegalStateException(name);
    }
    return dataset;
  }

  /// Computes and writes one block of all volumes.
  public void write(Box block) {
    Micrograph image = microscope.image(block);
    Map<Long, Byte> types = new HashMap<>();
    for (Neurite neurite : tissue.neurites(microscope.tissueOf(block), plan.voxelSize())) {
      types.put(neurite.id(), VoxelTruth.type(neurite.kind()));
    }
    put(LABELS, image.neurite(), block);
    put(TYPES, VoxelTruth.types(image, types), block);
    put(ORGANELLES, image.material(), block);
    put(CLEFTS, VoxelTruth.clefts(image, synapsesAround(block), plan.voxelSize()), block);
    put(MASKS, VoxelTruth.masks(image.material()), block);
    put(MEMBRANES, VoxelTruth.membranes(image.material()), block);
    put(IMAGE, image.grey(), block);
  }

  private List<SynapseTruth> synapsesAround(Box block) {
    return truth.synapses(
        block.grow(
            (long) Math.ceil(LARGEST_SYNAPSE_NM / plan.voxelSize().xNm()),
            (long) Math.ceil(LARGEST_SYNAPSE_NM / plan.voxelSize().yNm()),
            (long) Math.ceil(LARGEST_SYNAPSE_NM / plan.voxelSize().zNm())));
  }

  private void put(String name, Object array, Box block) {
    of(name).writeBlock(array, block.x0() / BLOCK, block.y0() / BLOCK, block.z0() / BLOCK);
  }

  /// The sections whose tiles are not all there; none if no tiles are planned.
  public List<Long> sectionsWithoutTiles() {
    return tiles
        .map(t -> LongStream.range(0, plan.volume().z1()).filter(z -> !t.has(z)).boxed().toList())
        .orElse(List.of());
  }

  /// Writes the tiles of one section.
  public void writeTiles(long section) {
    tiles.ifPresent(t -> t.write(section));
  }

  /// Writes tables and skeletons, and marks the folder as complete.
  ///
  /// @return what was counted: cells, synapses, skeletons
  public Map<String, Object> finish() {
    Box volume = plan.volume();
    Map<Long, Neurite> neurites = new TreeMap<>();
    for (Neurite n : tissue.neurites(microscope.tissueOf(volume), plan.voxelSize())) {
      neurites.put(n.id(), n);
    }
    List<SynapseTruth> synapses = truth.synapses(volume);
    TruthTables.writeNeurites(folder.resolve("neurites.csv"), new ArrayList<>(neurites.values()));
    TruthTables.writeSynapses(folder.resolve(SYNAPSES), synapses);
    TruthTables.writeConnectome(folder.resolve("connectome.csv"), synapses);
    int skeletons =
        new SkeletonFiles(folder, neurites, plan.voxelSize()).write(truth.skeletons(volume));
    tiles.ifPresent(t -> t.writePositions(plan.voxelSize()));
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("neurites", neurites.size());
    counted.put("synapses", synapses.size());
    counted.put("skeletons", skeletons);
    Map<String, Object> json = plan.toJson();
    json.putAll(counted);
    JsonFile.write(folder.resolve(MARKER), json);
    return counted;
  }
}
