package org.connectarium.reconstruction.classification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockTask;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.Columns;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.connectarium.reconstruction.segmentation.SegmentObjects;

/// Classifies the contacts of one block after the other, and keeps the texture of its segments.
final class ClassifyTask implements BlockTask {
  static final int SYNAPSE = 1;
  static final int REVERSE = 2;

  private final String folder;
  private final FeatureReader reader;
  private final Optional<Applied> continuity;
  private final Optional<Applied> synapse;
  private final Optional<Applied> reverse;

  /// One model on rows that hold features of several.
  private record Applied(ClassifierModel model, Columns columns) {
    static Applied of(ClassifierModel model, List<String> wanted, List<String> available) {
      return new Applied(model, Columns.of(wanted, available));
    }

    float probability(float[] row) {
      float[] out = new float[1];
      model.probabilities(0, columns.of(row), 1, out);
      return out[0];
    }
  }

  ClassifyTask(ClassifiedVolume volume, List<Path> tables, Models.Places models, String folder) {
    this.folder = folder;
    Optional<ClassifierModel> first = models.open(ModelKind.CONTINUITY, volume.voxelSize());
    Optional<ClassifierModel> second = models.open(ModelKind.SYNAPSE, volume.voxelSize());
    Set<String> wanted = new LinkedHashSet<>();
    first.ifPresent(m -> wanted.addAll(m.features()));
    second.ifPresent(m -> wanted.addAll(m.features()));
    second.ifPresent(m -> wanted.addAll(swapped(m.features())));
    List<String> names = List.copyOf(wanted);
    continuity = first.map(m -> Applied.of(m, m.features(), names));
    synapse = second.map(m -> Applied.of(m, m.features(), names));
    reverse = second.map(m -> Applied.of(m, swapped(m.features()), names));
    List<String> texture =
        models
            .open(ModelKind.TYPE, volume.voxelSize())
            .map(m -> TypeFeatures.textureOf(m.features()))
            .orElse(List.of());
    reader = new FeatureReader(volume, SegmentObjects.of(tables), names, texture);
  }

  private static List<String> swapped(List<String> names) {
    return names.stream().map(ContactFeatures::swapped).toList();
  }

  static Path file(String folder, Box block) {
    return Path.of(folder)
        .resolve(block.x0() + "-" + block.y0() + "-" + block.z0() + ".classified");
  }

  @Override
  public boolean isDone(Box block) {
    return Files.isRegularFile(file(folder, block));
  }

  @Override
  public void run(Box block) {
    boolean asked = continuity.isPresent() || synapse.isPresent();
    FeatureReader.Rows rows = reader.read(block, _ -> asked);
    List<float[]> contacts = new ArrayList<>(rows.contacts().size());
    for (float[] row : rows.contacts()) {
      float[] out = new float[BlockScores.PER_CONTACT];
      Arrays.fill(out, Float.NaN);
      if (row.length > 0) {
        continuity.ifPresent(m -> out[0] = m.probability(row));
        synapse.ifPresent(m -> out[SYNAPSE] = m.probability(row));
        reverse.ifPresent(m -> out[REVERSE] = m.probability(row));
      }
      contacts.add(out);
    }
    new BlockScores(contacts, rows.segments()).write(file(folder, block));
  }
}
