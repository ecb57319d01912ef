package org.connectarium.app.command;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.cuda.CudaEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `connectarium doctor`: says what this machine offers and what is missing.
@Command(
    name = "doctor",
    description = "Show what this machine offers: Java, memory, processors, network engines, disk.")
final class Doctor implements Callable<Integer> {
  private static final String ND4J = "org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64";
  private static final double GIB = 1L << 30;
  private static final double LITTLE_MEMORY_GIB = 4;
  private static final double LITTLE_DISK_GIB = 10;

  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder whose disk is looked at; default: the current one.")
  private Path folder = Path.of("");

  Doctor(Console console) {
    this.console = console;
  }

  /// One thing looked at.
  ///
  /// @param advice what to do, empty if all is well
  record Check(String name, String value, String advice) {
    boolean ok() {
      return advice.isEmpty();
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Check> checks = List.of(java(), processors(), memory(), heap(), engine(), gpu(), disk());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", ProgramVersion.text());
    json.put("ok", checks.stream().allMatch(Check::ok));
    json.put("checks", checks);
    console.result(options, json, lines(checks));
    return 0;
  }

  private static List<String> lines(List<Check> checks) {
    List<String> lines = new ArrayList<>();
    lines.add("Connectarium " + ProgramVersion.text());
    for (Check check : checks) {
      lines.add(String.format(Locale.ROOT, "  %-11s %s", check.name(), check.value()));
      if (!check.ok()) {
        lines.add("              → " + check.advice());
      }
    }
    return lines;
  }

  private static Check java() {
    return new Check(
        "java", Runtime.version() + " in " + System.getProperty("java.home", "unknown"), "");
  }

  private static Check processors() throws IOException {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    String flags = Files.isReadable(cpuinfo) ? Files.readString(cpuinfo) : "";
    List<String> vector = new ArrayList<>();
    for (String flag : List.of("avx2", "avx512f", "avx512_vnni", "amx_tile")) {
      if (flags.matches("(?s).*\\b" + flag + "\\b.*")) {
        vector.add(flag);
      }
    }
    String value = Runtime.getRuntime().availableProcessors() + " × " + architecture();
    return new Check(
        "processors", vector.isEmpty() ? value : value + ", " + String.join(" ", vector), "");
  }

  private static String architecture() {
    return System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?");
  }

  private static Check memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double all = system.getTotalMemorySize() / GIB;
    return new Check(
        "memory",
        String.format(Locale.ROOT, "%.1f GiB", all),
        all < LITTLE_MEMORY_GIB ? "4 GiB or more are needed to train a network" : "");
  }

  private static Check heap() {
    return new Check(
        "heap",
        String.format(Locale.ROOT, "%.1f GiB at most", Runtime.getRuntime().maxMemory() / GIB),
        "");
  }

  private static Check engine() {
    for (String build : List.of("-onednn", "-onednn-avx2", "-onednn-avx512")) {
      if (isOnClassPath(ND4J + build + "/libnd4jcpu.so")) {
        return new Check("engine", "Deeplearning4j on processor, oneDNN build", "");
      }
    }
    return new Check(
        "engine",
        isOnClassPath(ND4J + "/libnd4jcpu.so") ? "Deeplearning4j, plain build" : "none",
        "networks run on Linux x86-64; the oneDNN build of ND4J is missing from this class path");
  }

  private static boolean isOnClassPath(String resource) {
    return Doctor.class.getClassLoader().getResource(resource) != null;
  }

  private static Check gpu() {
    if (!CudaEngine.driverExists()) {
      return new Check("gpu", "none (not needed)", "");
    }
    try {
      return new Check("gpu", CudaEngine.card(0), "");
    } catch (BadInputException e) {
      return new Check("gpu", "not usable", String.valueOf(e.getMessage()));
    }
  }

  private Check disk() throws IOException {
    Path place = folder.toAbsolutePath();
    double free = Files.getFileStore(place).getUsableSpace() / GIB;
    String advice = "";
    if (!Files.isWritable(place)) {
      advice = "the folder is not writable; use another one as --workspace";
    } else if (free < LITTLE_DISK_GIB) {
      advice = "a workspace takes about 20 bytes per voxel; free some space";
    }
    return new Check(
        "disk", String.format(Locale.ROOT, "%.1f GiB free at %s", free, place), advice);
  }
}
