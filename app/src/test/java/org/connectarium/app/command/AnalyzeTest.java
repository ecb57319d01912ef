package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `connectarium analyze` as users call it.
class AnalyzeTest {
  private static final Path DATA =
      Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"));

  @TempDir static Path folder;
  private static Path workspace;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void importTables() throws IOException {
    workspace = folder.resolve("atlas");
    Files.writeString(
        folder.resolve("c.csv"), "pre,post,n\n1,2,3\n2,3,1\n3,1,2\n1,3,1\n3,4,2\n4,4,1\n");
    Files.writeString(
        folder.resolve("ring.yaml"),
        """
        name: ring
        connections: {file: c.csv, pre: pre, post: post, count: n}
        """);
    importConnectome(folder.resolve("ring.yaml"), folder);
  }

  @Test
  void writesAPageWithItsFiguresAndTables() throws Exception {
    Path report = folder.resolve("report");
    assertThat(
            analyze(
                "--dataset", "ring", "--out", report.toString(), "--json", "--tables", "parquet"))
        .isZero();
    assertThat(Json.tree(text(out)).get("folder").asText()).isEqualTo(report.toString());
    Path page = report.resolve("index.html");
    String words =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(page.toFile())
            .getDocumentElement()
            .getTextContent();
    assertThat(words)
        .contains("4 of 4 neurons are connected to another one, by 5 directed connections")
        .contains("connectarium analyze --workspace", "--dataset ring", "import-connectome-ring");
    assertThat(ImageIO.read(report.resolve("figures/ring-degrees.png").toFile()).getWidth())
        .isEqualTo(2125);
    assertThat(report.resolve("figures/ring-degrees.svg")).content().startsWith("<svg xmlns=");
    assertThat(report.resolve("tables/ring-motifs.csv"))
        .content()
        .startsWith("triad,count,chanceMean,chanceSd,z,pHigh,pLow");
    assertThat(report.resolve("tables/ring-motifs.parquet")).isNotEmptyFile();
    for (Path file : files(report).values()) {
      assertThat(Files.size(file)).isPositive();
    }
  }

  @Test
  void isTheSameAgainButForTheTime() throws Exception {
    Path report = folder.resolve("again");
    String[] arguments = {"--dataset", "ring", "--out", report.toString(), "--seed", "5"};
    assertThat(analyze(arguments)).isZero();
    Map<String, String> first = contents(report);
    assertThat(analyze(arguments)).isZero();
    assertThat(contents(report)).hasSizeGreaterThan(5).isEqualTo(first);
  }

  @Test
  void badInputIsOneLineAndLeavesWhatIsThere() throws Exception {
    Path report = folder.resolve("kept");
    assertThat(analyze("--dataset", "ring", "--out", report.toString())).isZero();
    Map<String, String> before = contents(report);
    assertRefused("No data set \"rnig\"; there is ring", "--dataset", "rnig");
    assertRefused("no analysis \"netwrok\", did you mean network?", "--analysis", "netwrok");
    assertRefused("no format of tables \"xlsx\"", "--tables", "xlsx");
    assertRefused("holds other files than a report", "--out", folder.toString());
    assertRefused("is a file", "--out", folder.resolve("c.csv").toString());
    assertRefused("leave out --replace", "--replace");
    assertThat(contents(report)).isEqualTo(before);
    assertThat(folder.resolve(".kept.new")).doesNotExist();
    assertThat(workspace.resolve("analysis")).doesNotExist();
  }

  @Test
  void aWorkspaceWithoutAConnectomeSaysSo(@TempDir Path other) throws Exception {
    assertThat(run("analyze", "--workspace", other.toString())).isEqualTo(2);
    assertThat(text(err)).contains("is not a workspace");
    Files.copy(workspace.resolve("workspace.json"), other.resolve("workspace.json"));
    err.reset();
    assertThat(run("analyze", "--workspace", other.toString())).isEqualTo(2);
    assertThat(text(err).lines()).singleElement().asString().contains("import-connectome");
    assertThat(other.resolve("neo4j")).doesNotExist();
    GraphStore.open(other.resolve("neo4j")).close();
    err.reset();
    assertThat(run("analyze", "--workspace", other.toString())).isEqualTo(2);
    assertThat(text(err).lines()).last().asString().contains("holds no connectome");
  }

  @Test
  void aDataSetThatIsStillWrittenIsRefused(@TempDir Path other) throws Exception {
    Files.copy(workspace.resolve("workspace.json"), other.resolve("workspace.json"));
    try (GraphStore store = GraphStore.open(other.resolve("neo4j"))) {
      store
          .database()
          .executeTransactionally("CREATE (:Connectome {name: 'half', state: 'writing'})");
    }
    assertThat(run("analyze", "--workspace", other.toString())).isEqualTo(2);
    assertThat(text(err).lines()).last().asString().contains("\"half\" was not written to its end");
    assertThat(other.resolve("analysis")).doesNotExist();
  }

  @Test
  void publishedConnectomesSideBySide(@TempDir Path atlas) throws Exception {
    Path mappings = Path.of("..", "docs", "connectomes");
    assumeTrue(Files.isDirectory(DATA.resolve("celegans")), "no real data at " + DATA);
    workspaceOf(atlas, mappings.resolve("celegans-hermaphrodite.yaml"), DATA.resolve("celegans"));
    workspaceOf(atlas, mappings.resolve("larva-left.yaml"), DATA.resolve("larva-connectome"));
    assertThat(run("analyze", "--workspace", atlas.toString())).isZero();
    Path report = atlas.resolve("analysis");
    assertThat(report.resolve("index.html"))
        .content()
        .contains("419 of 448 neurons", "4,647 directed connections", "28.9 % of the connections")
        .contains("1,506 of 1,506 neurons", "36,500 directed connections", "density 0.0161");
    assertThat(report.resolve("figures/larva-left-classes.svg"))
        .content()
        .contains("KCs (79)", "MBONs (24)");
  }

  private void assertRefused(String expected, String... arguments) {
    err.reset();
    assertThat(analyze(arguments)).isEqualTo(2);
    assertThat(text(err).lines().filter(line -> line.startsWith("connectarium:")))
        .singleElement()
        .asString()
        .contains(expected);
  }

  private int analyze(String... arguments) {
    return run(
        Stream.concat(
                Stream.of("analyze", "--workspace", workspace.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Commands.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Progress.none()),
        arguments);
  }

  private static void importConnectome(Path mapping, Path data) {
    workspaceOf(workspace, mapping, data);
  }

  private static void workspaceOf(Path place, Path mapping, Path data) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(
            Commands.run(
                new Console(nowhere, nowhere, Progress.none()),
                "import-connectome",
                mapping.toString(),
                "--data",
                data.toString(),
                "--workspace",
                place.toString()))
        .isZero();
  }

  private static Map<String, Path> files(Path report) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(report)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(report.relativize(file).toString(), file);
      }
    }
    return files;
  }

  /* Without the time of day. */
  private static Map<String, String> contents(Path report) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Map.Entry<String, Path> file : files(report).entrySet()) {
      String text = Files.readString(file.getValue(), StandardCharsets.ISO_8859_1);
      contents.put(
          file.getKey(), text.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME"));
    }
    return contents;
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
