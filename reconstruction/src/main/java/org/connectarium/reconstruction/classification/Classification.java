package org.connectarium.reconstruction.classification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.Columns;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.segmentation.BlockSegmentation;
import org.connectarium.reconstruction.segmentation.Continuity;

/// Classifies all contacts and segments of a finished segmentation, block by block.
///
/// A block is done when its file exists, so a run that was killed goes on where it was. Types are
/// told when all blocks are done, as the context of a segment reaches into others. Memory: that of
/// [FeatureReader] a thread, then that of [TypeFeatures].
public final class Classification {
  private final ClassifiedVolume volume;
  private final BlockSegmentation segmentation;
  private final Models models;
  private final String folder;

  /// A classification that has not begun.
  ///
  /// @param folder of its files, of these models on this segmentation alone
  public Classification(
      ClassifiedVolume volume, BlockSegmentation segmentation, Models models, Path folder) {
    this.volume = volume;
    this.segmentation = segmentation;
    this.models = models;
    this.folder = folder.toAbsolutePath().toString();
  }

  /// Classifies all blocks that are not done yet, then tells types.
  ///
  /// @throws org.connectarium.reconstruction.block.BlocksFailedException if blocks failed; the
  ///     others are done
  public Scores run(BlockEngine engine, BlockEngine.Listener listener) throws Exception {
    List<Path> tables = segmentation.tables();
    List<String> names = tables.stream().map(Path::toString).toList();
    ClassifiedVolume where = volume;
    Models.Places places = Models.Places.of(models);
    String to = folder;
    engine.runAll(
        () -> new ClassifyTask(where, names.stream().map(Path::of).toList(), places, to),
        segmentation.done(),
        listener);
    List<BlockScores> blocks = blocks();
    List<float[]> contacts =
        TableOrder.of(tables, blocks.stream().map(BlockScores::contacts).toList());
    List<float[]> texture = blocks.stream().flatMap(b -> b.segments().stream()).toList();
    Scores scores = Scores.of(contacts, types(tables, contacts, texture));
    scores.write(Path.of(folder));
    return scores;
  }

  private List<BlockScores> blocks() {
    List<BlockScores> blocks = new ArrayList<>();
    for (Box block : segmentation.done()) {
      blocks.add(BlockScores.read(ClassifyTask.file(folder, block)));
    }
    return blocks;
  }

  private List<float[]> types(List<Path> tables, List<float[]> contacts, List<float[]> texture) {
    Optional<String> place = models.type();
    if (place.isEmpty()) {
      return List.of();
    }
    ClassifierModel model = Models.open(place.get(), ModelKind.TYPE, volume.voxelSize());
    List<String> names = TypeFeatures.textureOf(model.features());
    TypeFeatures features = typeFeatures(volume, tables, names, texture, pieces(contacts));
    Columns columns = Columns.at(model.columnsIn(TypeFeatures.names(names)));
    int classes = ModelKind.TYPE.questions().size();
    List<float[]> types = new ArrayList<>(features.size());
    for (int s = 0; s < features.size(); s++) {
      float[] row = columns.of(features.row(s));
      float[] out = new float[classes];
      float[] one = new float[1];
      for (int c = 0; c < classes; c++) {
        model.probabilities(c, row, 1, one);
        out[c] = one[0];
      }
      types.add(out);
    }
    return types;
  }

  private PieceScores pieces(List<float[]> contacts) {
    int told = models.synapse().isPresent() ? contacts.size() : 0;
    PieceScores out = new PieceScores(new float[contacts.size()], new float[told], new float[told]);
    for (int i = 0; i < contacts.size(); i++) {
      float[] contact = contacts.get(i);
      out.continuity()[i] = contact[0];
      if (told > 0) {
        out.synapse()[i] = contact[ClassifyTask.SYNAPSE];
        out.reverse()[i] = contact[ClassifyTask.REVERSE];
      }
    }
    return out;
  }

  /// The features of types of a segmentation.
  ///
  /// @param names of the texture features
  /// @param texture of each segment, in the order of the tables
  /// @param pieces probabilities of the border pieces
  static TypeFeatures typeFeatures(
      ClassifiedVolume volume,
      List<Path> tables,
      List<String> names,
      List<float[]> texture,
      PieceScores pieces) {
    var clusters =
        Continuity.clusters(tables, new Linkage.Mean(), pieces.continuity())
            .at(TypeFeatures.CONTEXT_CONTINUITY, volume.minContactVoxels());
    return new TypeFeatures(
        tables, names, texture, clusters, pieces, volume.voxelSize().volumeUm3());
  }
}
