package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.dataset.SynapseTruthFiles;
import org.connectarium.app.dataset.Truth;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.classification.Cells;
import org.connectarium.reconstruction.classification.KnownVolume;
import org.connectarium.reconstruction.classification.LabelReader;
import org.connectarium.reconstruction.classification.LabelledContacts;
import org.connectarium.reconstruction.classification.SynapseTruth;

/// What is known of the contacts and segments of a dataset whose segmentation is finished.
final class KnownDataset implements AutoCloseable {
  private final Job job;
  private final List<Runnable> open = new ArrayList<>();

  KnownDataset(Job job) {
    this.job = job;
  }

  /// What is known.
  ///
  /// @throws BadInputException if something is of another size than the images, or a labelled
  ///     contact cannot be found
  KnownVolume volume() throws Exception {
    Dataset dataset = job.dataset();
    return new KnownVolume(
        ClassifyWork.volume(job),
        SegmentWork.finished(job),
        cells(),
        dataset.classifiers().typeTruth().map(this::labels),
        dataset.classifiers().synapseTruth().map(this::synapses),
        contacts(dataset));
  }

  /* Voxels say more than skeletons; a mask of membranes tells no cells. */
  private Cells cells() {
    boolean areLabelled =
        job.dataset().truth().map(t -> t.kind() == Truth.Kind.LABELS).orElse(false);
    if (areLabelled) {
      TruthVolume cells = TruthVolume.open(job);
      open.add(cells::close);
      return new Cells.Voxels(cells::labels);
    }
    if (job.dataset().truthSkeletons().isEmpty()) {
      return new Cells.Unknown();
    }
    return new Cells.Traced(
        new TruthSkeletons(job, job.volume())
            .rows().stream().map(row -> new Cells.Skeleton(row.id(), row.segmentIds())).toList());
  }

  private Optional<LabelledContacts> contacts(Dataset dataset) throws Exception {
    Optional<Path> file = dataset.classifiers().contactTruth();
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(TruthContacts.of(job, ContactTable.read(file.get(), dataset.voxelSize())));
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
    return files
        .table()
        .map(
            table -> new KnownVolume.Synapses(labels(files.clefts()), Optional.of(partners(table))))
        .orElseGet(() -> new KnownVolume.Synapses(components(files.clefts()), Optional.empty()));
  }

  /* Synapses of a mask, numbered in its whole volume: datasets of parts of it call one alike. */
  private LabelReader components(String mask) {
    try (VolumeSource source = VolumeSource.open(mask, Path.of("").toAbsolutePath())) {
      List<Long> o = job.offset();
      LabelReader all = CleftMask.synapses(source);
      return box -> all.read(box.translate(o.get(0), o.get(1), o.get(2)));
    }
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
