package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.connectarium.graph.bolt.BoltGraph;
import org.connectarium.graph.bolt.ServerAddress;
import org.connectarium.graph.version.Versions;

/// Neo4j's own server in a process of its own, with Neo4j's libraries, our plug-in in its folder
/// `plugins`, and the settings that the documents recommend, on free ports of this machine only.
/// Nothing else of ours is on its class path.
final class StandaloneServer implements AutoCloseable {
  static final String PASSWORD = "only-for-tests";

  private static final Path PAGE = Path.of("..", "docs", "standalone-neo4j.md");
  private static final Pattern SETTINGS =
      Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
  private static final int START_SECONDS = 180;
  private static final List<String> NOT_OF_A_SERVER =
      List.of(
          "connectarium",
          "/org/neo4j/gds/",
          "/org/neo4j/test/",
          "commons-math3",
          "deeplearning4j",
          "nd4j",
          "bytedeco",
          "junit",
          "surefire");

  private final Path home;
  private final Process process;
  private final int port;

  private StandaloneServer(Path home, Process process, int port) {
    this.home = home;
    this.process = process;
    this.port = port;
  }

  /// The plug-in that the build has made.
  static Path plugin() {
    return Path.of("..", "analysis", "target")
        .resolve("connectarium-neo4j-plugin-" + Versions.OURS.program() + ".jar");
  }

  /// Starts a server in an empty folder; [#awaitReady] says when it answers.
  static StandaloneServer start(Path home) throws IOException, InterruptedException {
    assertThat(plugin()).as("built by 'mvn verify -pl analysis -am'").isRegularFile();
    Path plugins = Files.createDirectories(home.resolve("plugins"));
    Files.copy(plugin(), plugins.resolve(plugin().getFileName()));
    int port = freePort();
    Path conf = Files.createDirectories(home.resolve("conf"));
    Files.writeString(conf.resolve("neo4j.conf"), documented() + "\n" + ofThisTest(port));
    Process password =
        java(
            home, "", List.of("org.neo4j.cli.AdminTool", "dbms", "set-initial-password", PASSWORD));
    assertThat(password.waitFor()).as("%s", home.resolve("out.log")).isZero();
    List<String> arguments =
        List.of("org.neo4j.server.Neo4jCommunity", "--home-dir=" + home, "--config-dir=" + conf);
    String first = File.pathSeparator + plugins + "/*" + File.pathSeparator + conf;
    return new StandaloneServer(home, java(home, first, arguments), port);
  }

  /// The settings that the page shows.
  private static String documented() throws IOException {
    Matcher block = SETTINGS.matcher(Files.readString(PAGE));
    assertThat(block.find()).as("settings in %s", PAGE).isTrue();
    return block.group(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String ofThisTest(int port) {
    return """
        server.default_listen_address=127.0.0.1
        server.bolt.listen_address=127.0.0.1:%d
        server.http.enabled=false
        server.https.enabled=false
        server.config.strict_validation.enabled=true
        dbms.usage_report.enabled=false
        """
        .formatted(port);
  }

  private static Process java(Path home, String alsoOnClassPath, List<String> mainAndArguments)
      throws IOException {
    String libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(entry -> NOT_OF_A_SERVER.stream().noneMatch(entry::contains))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx600m", "--sun-misc-unsafe-memory-access=allow"));
    command.add("--enable-native-access=ALL-UNNAMED");
    for (String opened : List.of("java.nio", "java.io", "sun.nio.ch")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", libraries + alsoOnClassPath));
    command.addAll(mainAndArguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out.log").toFile());
    builder.environment().put("NEO4J_HOME", home.toString());
    builder.environment().put("NEO4J_CONF", home.resolve("conf").toString());
    return builder.start();
  }

  /// Waits until Bolt answers.
  void awaitReady() throws IOException, InterruptedException {
    Path log = home.resolve("logs").resolve("neo4j.log");
    long begin = System.nanoTime();
    String text = "";
    while (!text.contains("INFO  Started.")) {
      assertThat(process.isAlive()).as("server, see %s: %s", log, text).isTrue();
      assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(START_SECONDS));
      Thread.sleep(100);
      text = Files.exists(log) ? Files.readString(log) : "";
    }
  }

  String uri() {
    return "bolt://127.0.0.1:" + port;
  }

  BoltGraph connect() {
    return BoltGraph.connect(new ServerAddress(uri(), "neo4j", ""), PASSWORD);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
