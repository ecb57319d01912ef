package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.boosting.Boosted;
import org.connectarium.reconstruction.boosting.Boosting;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.calibration.Calibration;
import org.connectarium.reconstruction.classification.Examples;
import org.connectarium.reconstruction.classification.Examples.KnownPiece;
import org.connectarium.reconstruction.classifier.Classifier;
import org.connectarium.reconstruction.classifier.Columns;
import org.connectarium.reconstruction.segmentation.SegmentObjects;
import org.connectarium.reconstruction.segmentation.TableFile;

/// Continuity of the border pieces of a block by classifiers that have learnt from other blocks
/// only.
///
/// A border between two objects that reaches into a held-out block teaches nothing, neither its
/// piece in the next block nor the one across the face: the piece in the block looks much the same.
final class HeldOutBlocks {
  private final List<KnownPiece> pieces;
  private final List<String> names;
  private final BoostingParameters parameters;
  private final int threads;
  private final Progress progress;
  private final List<Integer> blocks;
  /* Of each piece, all blocks that the border between its two objects touches. */
  private final List<Set<Integer>> touched = new ArrayList<>();
  private final Map<Integer, Calibration> calibrations = new HashMap<>();
  private final Map<Set<Integer>, Scorer> scorers = new HashMap<>();

  HeldOutBlocks(
      Examples examples,
      List<String> names,
      BoostingParameters parameters,
      int threads,
      Progress progress) {
    this.pieces = examples.pieces(names);
    this.names = names;
    this.parameters = parameters;
    this.threads = threads;
    this.progress = progress;
    List<Path> tables = examples.known().segmentation().tables();
    int count = examples.known().segmentation().done().size();
    touch(tables, count);
    blocks =
        pieces.stream()
            .filter(HeldOutBlocks::teaches)
            .map(KnownPiece::block)
            .distinct()
            .sorted()
            .toList();
    if (blocks.size() < 3) {
      throw new BadInputException(
          "Contacts of known continuity lie in "
              + blocks.size()
              + " blocks; three are needed at least, so make segmentation.blockVoxels smaller");
    }
  }

  private record Pair(long low, long high) {}

  private void touch(List<Path> tables, int count) {
    Map<Long, Integer> blockOf = new HashMap<>();
    for (int b = 0; b < count; b++) {
      int block = b;
      TableFile.open(tables.get(b)).forEachSegment(row -> blockOf.put(row.id(), block));
    }
    SegmentObjects objects = SegmentObjects.of(tables);
    Map<Pair, Set<Integer>> all = new HashMap<>();
    for (KnownPiece p : pieces) {
      long one = objects.of(p.piece().lowId());
      long other = objects.of(p.piece().highId());
      Set<Integer> of =
          all.computeIfAbsent(
              new Pair(Math.min(one, other), Math.max(one, other)), _ -> new HashSet<>());
      of.add(blockOf.getOrDefault(p.piece().lowId(), p.block()));
      of.add(blockOf.getOrDefault(p.piece().highId(), p.block()));
      touched.add(of);
    }
  }

  private static boolean teaches(KnownPiece p) {
    return !p.across() && p.row().length > 0 && p.same().isPresent();
  }

  /// All pieces, in the order of the tables.
  List<KnownPiece> pieces() {
    return pieces;
  }

  /// The blocks that can be held out, ascending.
  List<Integer> blocks() {
    return blocks;
  }

  /// Probabilities of the pieces of a block by a classifier that has learnt from all others, and
  /// from how many pieces it has; NaN for all pieces elsewhere.
  Probabilities of(int block) {
    Samples samples = samples(Set.of(block));
    try (Progress.Task task = progress.begin("train without block " + block, 0, "tree")) {
      Classifier classifier =
          Classifier.train(
                  samples, parameters, Calibration.Choice.PLATT, threads, (_, _) -> task.advance(1))
              .classifier();
      calibrations.put(block, classifier.calibration());
      Columns columns = Columns.of(classifier.features(), names);
      float[] out = new float[1];
      return new Probabilities(
          filled(
              block,
              row -> {
                classifier.probabilities(columns.of(row), 1, out);
                return out[0];
              }),
          samples.rows());
    }
  }

  /// Probabilities of the pieces of another block by one that has learnt from neither, to choose a
  /// threshold for the first one by; [#of] that one comes first.
  float[] of(int heldOut, int block) {
    Calibration calibration = calibrations.get(heldOut);
    if (calibration == null) {
      throw new IllegalStateException("Block " + heldOut + " was not held out yet");
    }
    Scorer scorer = scorers.computeIfAbsent(Set.of(heldOut, block), this::scorer);
    return filled(block, row -> (float) calibration.probability(scorer.score(row)));
  }

  private interface Scorer {
    double score(float[] row);
  }

  private Scorer scorer(Set<Integer> without) {
    Samples samples = samples(without);
    try (Boosting boosting = new Boosting(samples, threads);
        Progress.Task task = progress.begin("train without blocks " + without, 0, "tree")) {
      Boosted model = boosting.train(parameters, (_, _) -> task.advance(1));
      Columns columns = Columns.at(model.columns().stream().mapToInt(Integer::intValue).toArray());
      double[] out = new double[1];
      return row -> {
        model.trees().scores(columns.of(row), 1, out);
        return out[0];
      };
    }
  }

  /// Probabilities, in the order of the tables.
  ///
  /// @param learntFrom number of pieces
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  record Probabilities(float[] values, int learntFrom) {}

  private interface Value {
    float of(float[] row);
  }

  private float[] filled(int block, Value value) {
    float[] out = new float[pieces.size()];
    Arrays.fill(out, Float.NaN);
    for (int i = 0; i < out.length; i++) {
      KnownPiece p = pieces.get(i);
      if (p.block() == block && !p.across() && p.row().length > 0) {
        out[i] = value.of(p.row());
      }
    }
    return out;
  }

  private Samples samples(Set<Integer> without) {
    Samples.Builder builder = Samples.builder(names);
    for (int i = 0; i < pieces.size(); i++) {
      KnownPiece p = pieces.get(i);
      if (teaches(p) && touched.get(i).stream().noneMatch(without::contains)) {
        builder.add(p.row(), p.same().orElseThrow(), 1, p.block());
      }
    }
    return builder.build();
  }
}
