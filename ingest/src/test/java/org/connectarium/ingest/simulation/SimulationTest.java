package org.connectarium.ingest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.microscope.Setting;
import org.connectarium.ingest.microscope.TileParameters;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SimulationTest {
  private static final VoxelSize TEN_NM = new VoxelSize(10, 10, 10);
  private static final Box VOLUME = Box.ofSize(120, 100, 20);
  private static final TileParameters TILES = new TileParameters(64, 50, 16, 3, 0, 0);

  @TempDir Path temp;

  private static SimulationPlan plan(ImagingParameters imaging, boolean tiles) {
    return new SimulationPlan(
        3,
        VOLUME,
        SimulationPlan.origin(),
        TEN_NM,
        Look.FIBSEM,
        imaging,
        tiles ? Optional.of(TILES) : Optional.empty(),
        Map.of());
  }

  private static SimulationPlan plan() {
    return plan(ImagingParameters.of(Look.FIBSEM), false);
  }

  private static Simulation made(Path folder, SimulationPlan plan) {
    Simulation simulation = Simulation.open(folder, plan, new BeadTissue());
    simulation.missingBlocks().reversed().forEach(simulation::write);
    simulation.sectionsWithoutTiles().forEach(simulation::writeTiles);
    simulation.finish();
    return simulation;
  }

  private static Object volume(Path folder, String name, Object array) {
    N5Container.open(folder.resolve(Simulation.CONTAINER))
        .dataset(name)
        .read(new long[] {0, 0, 0}, new int[] {120, 100, 20}, array);
    return array;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        files.put(
            folder.relativize(file).toString(),
            bytes.length + " " + java.util.Arrays.hashCode(bytes));
      }
    }
    return files;
  }

  @Test
  void writesTheSameFilesForTheSamePlan() throws IOException {
    made(temp.resolve("a"), plan());
    made(temp.resolve("b"), plan());
    assertThat(files(temp.resolve("a"))).isEqualTo(files(temp.resolve("b"))).hasSizeGreaterThan(30);
  }

  @Test
  void goesOnAfterALostBlockAndThenDoesNothing() throws IOException {
    Path folder = temp.resolve("s");
    Simulation simulation = made(folder, plan());
    Map<String, String> before = files(folder);
    assertThat(simulation.isComplete()).isTrue();
    Files.delete(folder.resolve("tissue.n5/labels/1/0/0"));
    Simulation again = Simulation.open(folder, plan(), new BeadTissue());
    assertThat(again.isComplete()).isFalse();
    assertThat(again.missingBlocks()).containsExactly(new Box(64, 0, 0, 120, 64, 20));
    again.missingBlocks().forEach(again::write);
    again.finish();
    assertThat(files(folder)).isEqualTo(before);
    Path attributes = folder.resolve("tissue.n5/types/attributes.json");
    FileTime written = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(attributes, written);
    assertThat(Simulation.open(folder, plan(), new BeadTissue()).isComplete()).isTrue();
    assertThat(Files.getLastModifiedTime(attributes)).isEqualTo(written);
  }

  @Test
  void anotherPlanBeginsAnew() {
    Path folder = temp.resolve("s");
    made(folder, plan());
    SimulationPlan other = plan(plan().imaging().with(Setting.BLUR_NM, 3), false);
    Simulation again = Simulation.open(folder, other, new BeadTissue());
    assertThat(again.isComplete()).isFalse();
    assertThat(again.missingBlocks()).hasSize(4);
    assertThat(folder.resolve("simulation.json")).doesNotExist();
    assertThat(folder.resolve("skeletons")).doesNotExist();
  }

  @Test
  void leavesFoldersOfOthersAlone() throws IOException {
    Files.writeString(temp.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> Simulation.open(temp, plan(), new BeadTissue()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("holds other files");
    assertThat(temp.resolve(Simulation.CONTAINER)).doesNotExist();
  }

  @Test
  void volumesSayWhatTheTissueIs() {
    Path folder = temp.resolve("s");
    made(folder, plan());
    long[] labels = (long[]) volume(folder, "labels", new long[VOLUME.arrayLength()]);
    byte[] types = (byte[]) volume(folder, "types", new byte[VOLUME.arrayLength()]);
    long[] clefts = (long[]) volume(folder, "clefts", new long[VOLUME.arrayLength()]);
    byte[] material = (byte[]) volume(folder, "organelles", new byte[VOLUME.arrayLength()]);
    byte[] membranes = (byte[]) volume(folder, "membranes", new byte[VOLUME.arrayLength()]);
    int marked = 0;
    for (int i = 0; i < labels.length; i++) {
      boolean met = List.of(0, 1, 16).contains((int) material[i]); // gap, membrane, cleft
      assertThat(membranes[i]).isEqualTo((byte) (met ? 1 : 0));
      int y = i / 120 % 100;
      assertThat(labels[i]).isEqualTo(BeadTissue.idAt(y * 10.0));
      assertThat(types[i]).isEqualTo((byte) (1 + (labels[i] - BeadTissue.FIRST_ID) % 2));
      if (clefts[i] != 0) {
        marked++;
        long pre = clefts[i] / 1000;
        assertThat(labels[i]).isBetween(pre, pre + 1);
        assertThat(Math.abs(i % 120 - clefts[i] % 1000 * 100)).isLessThanOrEqualTo(15);
      }
    }
    assertThat(marked).isGreaterThan(1000);
  }

  @Test
  void tablesNameCellsSynapsesAndConnections() throws IOException {
    Path folder = temp.resolve("s");
    made(folder, plan());
    List<String> synapses = Files.readAllLines(folder.resolve("synapses.csv"));
    assertThat(synapses.getFirst())
        .isEqualTo("id,pre_id,post_id,kind,x_nm,y_nm,z_nm,asi_um2,pair_kind");
    long axon = BeadTissue.FIRST_ID;
    assertThat(synapses)
        .hasSize(5)
        .contains(
            (axon * 1000 + 1) + "," + axon + "," + (axon + 1) + ",shaft,1000,300,100,0.25,none");
    assertThat(Files.readAllLines(folder.resolve("connectome.csv")))
        .containsExactly(
            "pre_id,post_id,synapses,asi_um2",
            axon + "," + (axon + 1) + ",2,0.5",
            (axon + 2) + "," + (axon + 3) + ",2,0.5");
    assertThat(Files.readAllLines(folder.resolve("neurites.csv")))
        .hasSize(5)
        .contains(axon + ",axon,spiny,150,false");
  }

  @Test
  void swcHasParentsFirstInMicrometres() throws IOException {
    Path folder = temp.resolve("s");
    made(folder, plan());
    List<String> lines =
        Files.readAllLines(folder.resolve("skeletons/" + BeadTissue.FIRST_ID + ".swc"));
    assertThat(lines)
        .containsExactly(
            "# neurite " + BeadTissue.FIRST_ID + ", AXON SPINY",
            "# unit um; origin: centre of voxel 0 0 0",
            "1 2 0.5 0.15 0.1 0.15 -1",
            "2 2 0.9 0.15 0.1 0.14 1",
            "3 2 0.1 0.15 0.1 0.16 1");
  }

  @Test
  void nmlIsXmlWithUniqueNodesInVoxels() throws Exception {
    Path folder = temp.resolve("s");
    made(folder, plan());
    Element things =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("skeletons.nml").toFile())
            .getDocumentElement();
    assertThat(things.getTagName()).isEqualTo("things");
    assertThat(things.getElementsByTagName("thing").getLength()).isEqualTo(3);
    NodeList nodes = things.getElementsByTagName("node");
    assertThat(nodes.getLength()).isEqualTo(9);
    Map<String, Element> byId = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      byId.put(((Element) nodes.item(i)).getAttribute("id"), (Element) nodes.item(i));
    }
    assertThat(byId).hasSize(9);
    Element second = java.util.Objects.requireNonNull(byId.get("2"));
    assertThat(second.getAttribute("x")).isEqualTo("90");
    assertThat(second.getAttribute("radius")).isEqualTo("140");
    Element edge = (Element) things.getElementsByTagName("edge").item(0);
    assertThat(List.of(edge.getAttribute("source"), edge.getAttribute("target")))
        .containsExactly("1", "2");
  }

  @Test
  void nmlNodesLieInTheNearestVoxel() throws IOException {
    StringWriter text = new StringWriter();
    new NmlFile(text, new VoxelSize(10, 10, 28))
        .add(
            new Skeleton(
                7,
                new double[] {96},
                new double[] {-4},
                new double[] {43},
                new float[] {150.5f},
                new int[] {-1}));
    assertThat(text.toString())
        .contains("<node id=\"1\" radius=\"150.5\" x=\"10\" y=\"0\" z=\"2\" />");
  }

  @Test
  void pointsGoWithTheirShiftedSection() throws IOException {
    Path folder = temp.resolve("s");
    ImagingParameters moved = ImagingParameters.of(Look.FIBSEM).with(Setting.JITTER_NM, 60);
    made(folder, plan(moved, false));
    long[] labels = (long[]) volume(folder, "labels", new long[VOLUME.arrayLength()]);
    int checked = 0;
    for (String line : Files.readAllLines(folder.resolve("synapses.csv")).subList(1, 3)) {
      String[] f = line.split(",", -1);
      int y = (int) Math.rint(Double.parseDouble(f[5]) / 10);
      int z = (int) Math.rint(Double.parseDouble(f[6]) / 10);
      assertThat(labels[(z * 100 + y + 1) * 120]).isEqualTo(Long.parseLong(f[2]));
      assertThat(labels[(z * 100 + y - 2) * 120]).isEqualTo(Long.parseLong(f[1]));
      checked++;
    }
    assertThat(checked).isEqualTo(2);
  }

  @Test
  void tilesLieWhereTheySayAndAgreeWhereTheyOverlap() throws IOException {
    Path folder = temp.resolve("s");
    ImagingParameters quiet =
        ImagingParameters.of(Look.FIBSEM)
            .with(Setting.SHOT_NOISE_GREY, 0)
            .with(Setting.DETECTOR_NOISE_GREY, 0)
            .withMissing(List.of(5L));
    made(folder, plan(quiet, true));
    byte[] image = (byte[]) volume(folder, "image", new byte[VOLUME.arrayLength()]);
    JsonNode json = new JsonMapper().readTree(folder.resolve("tiles/tiles.json").toFile());
    assertThat(json.get("tiles")).hasSize(19 * 9); // 3 x 3, one section is lost
    int jittered = 0;
    int[] seen = new int[VOLUME.arrayLength()];
    for (JsonNode tile : json.get("tiles")) {
      BufferedImage png =
          ImageIO.read(folder.resolve("tiles").resolve(tile.get("file").asText()).toFile());
      assertThat(png.getWidth()).isEqualTo(64);
      int x0 = tile.get("xPixels").asInt();
      int y0 = tile.get("yPixels").asInt();
      int z = tile.get("section").asInt();
      assertThat(tile.get("xNm").asDouble()).isCloseTo(10.0 * x0, within(1e-9));
      jittered += x0 == tile.get("nominalXPixels").asInt() ? 0 : 1;
      for (int y = Math.max(0, y0); y < Math.min(100, y0 + 50); y++) {
        for (int x = Math.max(0, x0); x < Math.min(120, x0 + 64); x++) {
          int at = (z * 100 + y) * 120 + x;
          seen[at]++;
          assertThat(png.getRaster().getSample(x - x0, y - y0, 0))
              .isEqualTo(Byte.toUnsignedInt(image[at]));
        }
      }
    }
    assertThat(jittered).isGreaterThan(50);
    assertThat(java.util.Arrays.stream(seen).filter(n -> n > 1).count()).isGreaterThan(50_000);
  }

  @Test
  void refusesTilesThatCannotOverlap() {
    assertThatThrownBy(() -> new TileParameters(64, 64, 40, 0, 0, 0))
        .hasMessage("tile overlap must be between 0 and 32 but is 40");
  }
}
