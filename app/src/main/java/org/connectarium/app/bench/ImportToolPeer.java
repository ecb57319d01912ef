package org.connectarium.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.connectarium.ingest.file.WholeFolder;

/// Neo4j's own tool, `neo4j-admin database import full`, on the same rows as ready CSV, in a JVM
/// with the class path and heap of this one. Its time is that of the whole process; it makes
/// neither constraints nor the point index.
final class ImportToolPeer implements Peer {
  private final SyntheticGraph graph;
  private final long contacts;

  ImportToolPeer(SyntheticGraph graph, long contacts) {
    this.graph = graph;
    this.contacts = contacts;
  }

  @Override
  public Outcome run(Path scratch, double ourSeconds) throws IOException, InterruptedException {
    Path home = Files.createDirectories(scratch.resolve("peer"));
    try {
      Path segmentsCsv = home.resolve("segments.csv");
      Path contactsCsv = home.resolve("contacts.csv");
      GraphCsv.writeSegments(graph, segmentsCsv);
      GraphCsv.writeContacts(graph, contactsCsv);
      Path log = home.resolve("import.log");
      long begin = System.nanoTime();
      Process tool = start(home, log, segmentsCsv, contactsCsv);
      long resident = 0;
      Duration cpu = Duration.ZERO;
      while (!tool.waitFor(100, TimeUnit.MILLISECONDS)) {
        resident = Math.max(resident, ResidentMemory.peakBytes(tool.pid()));
        cpu = tool.info().totalCpuDuration().orElse(cpu);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      return outcome(tool.exitValue(), Files.readString(log), seconds, resident, cpu, ourSeconds);
    } finally {
      WholeFolder.remove(home);
    }
  }

  private Outcome outcome(
      int status, String log, double seconds, long resident, Duration cpu, double ourSeconds) {
    boolean all =
        log.contains(graph.segments() + " nodes") && log.contains(contacts + " relationships");
    if (status != 0 || !all) {
      String end =
          log.lines()
              .dropWhile(line -> !line.equals("Command Failed"))
              .filter(line -> !line.isBlank() && !line.startsWith("---"))
              .collect(Collectors.joining(" "));
      return new Outcome("none", 0, 0, "failed, exit status " + status + ": " + end);
    }
    String took =
        log.lines().filter(line -> line.contains("IMPORT DONE")).findFirst().orElse("").strip();
    return new Outcome(
        "neo4j-admin database import full",
        seconds,
        seconds / ourSeconds,
        String.format(
            Locale.ROOT,
            "%.1f s of processor time; from ready CSV, without constraints and point index; it says"
                + " itself: %s; %,d MiB resident at most",
            cpu.toMillis() / 1e3,
            took,
            resident >> 20));
  }

  private static Process start(Path home, Path log, Path segments, Path contacts)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.add("-Xmx" + Runtime.getRuntime().maxMemory());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j"));
    command.add("--nodes=Segment=" + segments);
    command.add("--relationships=CONTACT=" + contacts);
    command.addAll(List.of("--id-type=integer", "--normalize-types=false", "--array-delimiter=;"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    Path conf = Files.createDirectories(home.resolve("conf"));
    Files.write(conf.resolve("neo4j.conf"), new byte[0]);
    builder.environment().put("NEO4J_HOME", home.toString());
    builder.environment().put("NEO4J_CONF", conf.toString());
    return builder.start();
  }
}
