package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.app.dataset.SynapseTruthFiles;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.classification.KnownVolume;
import org.connectarium.reconstruction.classification.LabelReader;
import org.connectarium.reconstruction.classification.SynapseTruth;

/// What is known of the contacts and segments of a dataset whose segmentation is finished.
final class KnownDataset implements AutoCloseable {
  private final Job job;
  private final List<Runnable> open = new ArrayList<>();

  KnownDataset(Job job) {
    this.job = job;
  }

  /// The truth of the dataset.
  ///
  /// @throws BadInputException if it has no cells, or something is of another size than the images
  KnownVolume volume() throws Exception {
    TruthVolume cells = TruthVolume.open(job);
    open.add(cells::close);
    var classifiers = job.dataset().classifiers();
    return new KnownVolume(
        ClassifyWork.volume(job),
        SegmentWork.finished(job),
        cells::labels,
        classifiers.typeTruth().map(this::labels),
        classifiers.synapseTruth().map(this::synapses));
  }

  private LabelReader labels(String source) {
    VolumeSource volume = VolumeSource.open(source, Path.of("").toAbsolutePath());
    open.add(volume::close);
    List<Long> o = job.offset();
    Box needed = job.volume().translate(o.get(0), o.get(1), o.get(2));
    if (!volume.box().contains(needed)) {
      throw new BadInputException(
          source
              + " covers "
              + volume.box()
              + " but the images cover "
              + needed
              + "; both must have the same size in voxels");
    }
    return box -> {
      Object values = volume.dataType().newArray(box.arrayLength());
      volume.read(box.translate(o.get(0), o.get(1), o.get(2)), values);
      return volume.dataType().toLongs(values);
    };
  }

  private KnownVolume.Synapses synapses(SynapseTruthFiles files) {
    return new KnownVolume.Synapses(labels(files.clefts()), partners(files.table()));
  }

  /// Reads a table of synapses: a head line with at least `id`, `pre_id` and `post_id`.
  ///
  /// @throws BadInputException if a column is missing, or a value is no whole number
  static Map<Long, SynapseTruth.Partners> partners(Path table) {
    List<String> lines;
    try {
      lines = Files.readAllLines(table, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + table + ": " + e.getMessage(), e);
    }
    List<String> head = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",", -1));
    Map<Long, SynapseTruth.Partners> partners = new HashMap<>();
    int id = column(table, head, "id");
    int pre = column(table, head, "pre_id");
    int post = column(table, head, "post_id");
    for (int n = 1; n < lines.size(); n++) {
      String[] values = lines.get(n).split(",", -1);
      if (values.length != head.size()) {
        throw new BadInputException(
            "%s, line %d: %d values for %d columns"
                .formatted(table, n + 1, values.length, head.size()));
      }
      SynapseTruth.Partners before =
          partners.put(
              whole(table, n, values[id]),
              new SynapseTruth.Partners(
                  whole(table, n, values[pre]), whole(table, n, values[post])));
      if (before != null) {
        throw new BadInputException(
            "%s, line %d: synapse %s is there twice".formatted(table, n + 1, values[id]));
      }
    }
    return partners;
  }

  private static int column(Path table, List<String> head, String name) {
    int at = head.indexOf(name);
    if (at < 0) {
      throw new BadInputException(
          table + " has no column \"" + name + "\"; its head line is " + String.join(",", head));
    }
    return at;
  }

  private static long whole(Path table, int line, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new BadInputException(
          "%s, line %d: \"%s\" is no whole number".formatted(table, line + 1, text), e);
    }
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
  }
}
