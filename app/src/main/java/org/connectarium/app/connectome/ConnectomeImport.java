package org.connectarium.app.connectome;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.connectarium.app.json.Json;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.graph.connectome.ConnectomeRows;
import org.connectarium.graph.connectome.ConnectomeSink;
import org.connectarium.graph.sink.RunRow;
import org.connectarium.ingest.volume.BadInputException;

/// Brings a published connectome into a graph, as a mapping file says.
///
/// All tables are read and checked before anything is written. The same mapping and tables a second
/// time change nothing; what a kill left half-written is written anew.
public final class ConnectomeImport {
  private static final String STAGE = "import-connectome";

  private final Mapping mapping;
  private final Map<String, Object> parameters;
  private final String inputHash;

  private ConnectomeImport(Mapping mapping, Map<String, Object> parameters) {
    this.mapping = mapping;
    this.parameters = parameters;
    this.inputHash = HexFormat.of().formatHex(sha256().digest(bytes(Json.line(parameters))));
  }

  /// What was imported.
  ///
  /// @param changed false: it was there already
  public record Imported(String dataset, boolean changed, ConnectomeRows rows) {}

  /// Reads a mapping file.
  ///
  /// @param data folder that paths of tables are relative to; empty: that of the mapping
  /// @throws BadInputException if a key is unknown, missing or wrong, or a table is not there
  public static ConnectomeImport of(Path mappingFile, Optional<Path> data) throws IOException {
    Path own = mappingFile.toAbsolutePath().normalize().getParent();
    Mapping mapping =
        new MappingReader(data.orElse(own == null ? Path.of("") : own)).read(mappingFile);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("mapping", Files.readString(mappingFile));
    Map<String, String> files = new LinkedHashMap<>();
    for (Path file : files(mapping)) {
      files.put(String.valueOf(file.getFileName()), hash(file));
    }
    parameters.put("sha256", files);
    return new ConnectomeImport(mapping, parameters);
  }

  /// Name of the data set.
  public String dataset() {
    return mapping.about().name();
  }

  /// Reads and checks the tables and stores what they say.
  ///
  /// @param replace removes another state of the data set that is there
  /// @throws BadInputException if a row has a problem whose policy is to reject, or another state
  ///     of the data set is there and may not be removed; nothing is changed then
  public Imported run(ConnectomeSink sink, boolean replace) throws IOException {
    Instant started = Instant.now();
    Optional<ConnectomeSink.Stored> stored = sink.find(dataset());
    boolean whole = stored.filter(ConnectomeSink.Stored::complete).isPresent();
    boolean same = stored.filter(s -> s.inputHash().equals(inputHash)).isPresent();
    if (whole && !same && !replace) {
      throw new BadInputException(
          "data set \"%s\" is in the graph, made from other tables or another mapping; --replace removes it"
              .formatted(dataset()));
    }
    ConnectomeRows rows = read();
    if (whole && same) {
      return new Imported(dataset(), false, rows);
    }
    if (whole) {
      sink.remove(dataset());
    }
    sink.store(
        mapping.about(), run(started, ""), rows, _ -> run(started, Instant.now().toString()));
    return new Imported(dataset(), true, rows);
  }

  private ConnectomeRows read() throws IOException {
    Problems problems = new Problems(mapping.policies());
    Assembly assembly = new Assembly(problems, !mapping.neurons().isEmpty());
    RowReader reader = new RowReader(mapping, problems, assembly);
    mapping.neurons().forEach(reader::neurons);
    mapping.synapses().ifPresent(reader::synapses);
    mapping.connections().ifPresent(reader::connections);
    mapping.gapJunctions().ifPresent(reader::gapJunctions);
    if (mapping.skeletons().isPresent()) {
      new SkeletonReader(mapping.ids(), problems, assembly).read(mapping.skeletons().get());
    }
    problems.requireNoneRejected();
    return assembly.rows();
  }

  private RunRow run(Instant started, String ended) {
    return new RunRow(
        STAGE + "-" + dataset() + "-" + inputHash.substring(0, 12),
        STAGE,
        ProgramVersion.text(),
        Json.line(parameters),
        inputHash,
        started.toString(),
        ended,
        0);
  }

  private static Set<Path> files(Mapping mapping) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    mapping.neurons().forEach(of -> files.add(of.table().file()));
    mapping.synapses().ifPresent(of -> files.add(of.table().file()));
    mapping.connections().ifPresent(of -> files.add(of.table().file()));
    mapping.gapJunctions().ifPresent(of -> files.add(of.table().file()));
    if (mapping.skeletons().isPresent()) {
      files.addAll(SkeletonReader.files(mapping.skeletons().get().folder()));
    }
    return files;
  }

  private static String hash(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(
          "No file " + file + "; the mapping names it, and --data says in which folder it lies");
    }
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
