package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.accuracy.PrecisionRecall;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.classification.Cells;
import org.connectarium.reconstruction.classification.Examples;
import org.connectarium.reconstruction.classification.Examples.KnownPiece;
import org.connectarium.reconstruction.classification.KnownVolume;
import org.connectarium.reconstruction.classification.LabelReader;
import org.connectarium.reconstruction.hierarchy.Linkage;
import org.connectarium.reconstruction.segmentation.Clusters;
import org.connectarium.reconstruction.segmentation.Continuity;

/// What a classifier of continuity is worth in a dataset with truth, beside the boundary evidence:
/// each block of the segmentation in turn is agglomerated by what was learnt from the others.
///
/// - contacts of the block itself, those across its faces, and borders that go on into it teach
///   nothing
/// - the threshold for a block is chosen on the other blocks, each as a classifier sees it that has
///   learnt from neither; that of the evidence on the same blocks
/// - `evidence` is what the hierarchy goes by without a classifier, `border mean` the plain mean of
///   the boundary map over the interface voxels, as in most programs for greedy agglomeration
/// - within a block only its own contacts join; what a block face cuts is one object for both
/// - figures are means over the blocks weighted by their voxels with truth
public final class ContinuityTrial {
  private static final int STEPS = 200;
  private static final float GREY = 255;
  private static final String BORDER_MEAN = "boundary/raw/border/mean";
  private static final List<Linkage> LINKAGES =
      List.of(new Linkage.Mean(), new Linkage.Quantile(0.5), new Linkage.Size(1000));

  private final int trees;
  private final long seed;
  private final Progress progress;
  private final int threads;

  /// A trial.
  ///
  /// @param trees of each classifier
  /// @param seed of the trainings
  public ContinuityTrial(int trees, long seed, Progress progress, int threads) {
    this.trees = trees;
    this.seed = seed;
    this.progress = progress;
    this.threads = threads;
  }

  /// How good a segmentation is.
  ///
  /// @param viSplit bits
  /// @param viMerge bits
  /// @param arand adapted Rand error
  public record Quality(double viSplit, double viMerge, double arand) {
    /// The sum, bits.
    public double vi() {
      return viSplit + viMerge;
    }
  }

  /// One way of joining.
  ///
  /// @param thresholds of the blocks, chosen on the others
  /// @param heldOut with these
  /// @param bestThreshold the one that is best on the held-out blocks themselves
  /// @param best with it, which nobody can know before
  public record Joined(
      List<Double> thresholds, Quality heldOut, double bestThreshold, Quality best) {}

  /// What came out.
  ///
  /// @param blocks held out
  /// @param contacts of known continuity in them
  /// @param positives of these, within one cell
  /// @param learntFrom number of contacts that each classifier has learnt from
  /// @param averagePrecision of `evidence`, `border mean` and `classifier` on these contacts
  /// @param segments before anything is joined
  /// @param possible if each segment belongs to the cell that most of it lies in
  /// @param joined by linkage, then as `averagePrecision`
  public record Result(
      int blocks,
      int contacts,
      int positives,
      List<Integer> learntFrom,
      Map<String, Double> averagePrecision,
      Quality segments,
      Quality possible,
      Map<String, Map<String, Joined>> joined) {}

  /// Runs the trial.
  ///
  /// @param file description of the dataset; it is segmented first, if it is not
  /// @param workspace folder of its results
  /// @throws org.connectarium.ingest.volume.BadInputException if it has no truth, or fewer than
  ///     three blocks with contacts of known continuity
  public Result run(Path file, Path workspace) throws Exception {
    List<Result> out = new ArrayList<>();
    List<String> names = Examples.continuityNames();
    new DatasetExamples(progress, threads)
        .of(
            file,
            workspace,
            names,
            List.of(),
            1,
            (dataset, examples) ->
                out.add(
                    trial(
                        examples,
                        new HeldOutBlocks(
                            examples,
                            names,
                            BoostingParameters.standard(seed).withTrees(trees),
                            threads,
                            progress),
                        dataset.agglomeration().minContactVoxels())));
    return out.getFirst();
  }

  private static Result trial(Examples examples, HeldOutBlocks heldOut, int minContactVoxels) {
    List<KnownPiece> pieces = heldOut.pieces();
    List<Integer> blocks = heldOut.blocks();
    KnownVolume known = examples.known();
    List<Contingency> tables = new ArrayList<>();
    for (int b : blocks) {
      tables.add(table(known, known.segmentation().done().get(b)));
    }
    float[] evidence = new float[pieces.size()];
    float[] border = new float[pieces.size()];
    int mean = Examples.continuityNames().indexOf(BORDER_MEAN);
    for (int i = 0; i < evidence.length; i++) {
      float[] row = pieces.get(i).row();
      evidence[i] = 1 - pieces.get(i).piece().boundary();
      border[i] = row.length == 0 ? Float.NaN : 1 - row[mean] / GREY;
    }
    float[] learnt = new float[pieces.size()];
    Arrays.fill(learnt, Float.NaN);
    List<Integer> learntFrom = new ArrayList<>();
    for (int b : blocks) {
      HeldOutBlocks.Probabilities of = heldOut.of(b);
      learntFrom.add(of.learntFrom());
      for (int i = 0; i < learnt.length; i++) {
        learnt[i] = Float.isNaN(of.values()[i]) ? learnt[i] : of.values()[i];
      }
    }
    Map<String, Map<String, Joined>> joined = new LinkedHashMap<>();
    for (Linkage linkage : LINKAGES) {
      Curves curves =
          new Curves(
              known.segmentation().tables(), linkage, minContactVoxels, blocks, tables, pieces);
      Map<String, Joined> of = new LinkedHashMap<>();
      of.put("evidence", curves.joined(evidence, (_, _) -> evidence));
      of.put("border mean", curves.joined(border, (_, _) -> border));
      of.put("classifier", curves.joined(learnt, heldOut::of));
      joined.put(linkage.label(), of);
    }
    Map<String, float[]> scores = new LinkedHashMap<>();
    scores.put("evidence", evidence);
    scores.put("border mean", border);
    scores.put("classifier", learnt);
    return result(pieces, tables, scores, learnt, learntFrom, joined);
  }

  private static Result result(
      List<KnownPiece> pieces,
      List<Contingency> tables,
      Map<String, float[]> scores,
      float[] learnt,
      List<Integer> learntFrom,
      Map<String, Map<String, Joined>> joined) {
    List<Integer> counted = new ArrayList<>();
    for (int i = 0; i < learnt.length; i++) {
      if (!Float.isNaN(learnt[i]) && pieces.get(i).same().isPresent()) {
        counted.add(i);
      }
    }
    Map<String, Double> precision = new LinkedHashMap<>();
    scores.forEach((by, score) -> precision.put(by, averagePrecision(pieces, counted, score)));
    int positives = 0;
    for (int i : counted) {
      positives += pieces.get(i).same().orElse(false) ? 1 : 0;
    }
    return new Result(
        tables.size(),
        counted.size(),
        positives,
        List.copyOf(learntFrom),
        precision,
        mean(tables.stream().map(SegmentationMetrics::of).toList()),
        mean(tables.stream().map(ContinuityTrial::possible).toList()),
        joined);
  }

  private static double averagePrecision(
      List<KnownPiece> pieces, List<Integer> counted, float[] score) {
    double[] p = new double[counted.size()];
    boolean[] yes = new boolean[p.length];
    float[] weight = new float[p.length];
    Arrays.fill(weight, 1);
    for (int i = 0; i < p.length; i++) {
      p[i] = score[counted.get(i)];
      yes[i] = pieces.get(counted.get(i)).same().orElse(false);
    }
    return PrecisionRecall.of(p, yes, weight).averagePrecision();
  }

  private static Contingency table(KnownVolume known, Box block) {
    return switch (known.cells()) {
      case Cells.Voxels(LabelReader labels) ->
          Contingency.of(known.volume().segments().open().readLongs(block), labels.read(block));
      case Cells.Traced _, Cells.Unknown _ ->
          throw new BadInputException(
              "Agglomerations are compared with cells voxel by voxel; give truth in DATASET.yaml");
    };
  }

  private static SegmentationMetrics possible(Contingency table) {
    Map<Long, Contingency.Overlap> most = new HashMap<>();
    for (Contingency.Overlap o : table.overlaps()) {
      if (o.segment() != 0 && o.truth() != 0) {
        most.merge(o.segment(), o, (a, b) -> b.voxels() > a.voxels() ? b : a);
      }
    }
    return SegmentationMetrics.of(
        table.renamed(
            id -> {
              Contingency.Overlap o = most.get(id);
              return o == null ? id : o.truth();
            }));
  }

  private static Quality mean(List<SegmentationMetrics> of) {
    double voxels = of.stream().mapToLong(SegmentationMetrics::voxels).sum();
    double split = 0;
    double merge = 0;
    double rand = 0;
    for (SegmentationMetrics m : of) {
      double share = m.voxels() / voxels;
      split += share * m.viSplitBits();
      merge += share * m.viMergeBits();
      rand += share * m.adaptedRandError();
    }
    return new Quality(split, merge, rand);
  }

  /* Quality over thresholds 1/STEPS … 1 with one linkage. */
  private record Curves(
      List<Path> files,
      Linkage linkage,
      int minContactVoxels,
      List<Integer> blocks,
      List<Contingency> tables,
      List<KnownPiece> pieces) {

    /* What is known of one block where another one is held out. */
    interface Other {
      float[] of(int heldOut, int block);
    }

    Joined joined(float[] score, Other others) {
      List<List<SegmentationMetrics>> own = new ArrayList<>();
      for (int b = 0; b < blocks.size(); b++) {
        own.add(curve(b, score));
      }
      List<Double> thresholds = new ArrayList<>();
      List<SegmentationMetrics> heldOut = new ArrayList<>();
      for (int b = 0; b < blocks.size(); b++) {
        List<List<SegmentationMetrics>> rest = new ArrayList<>();
        for (int other = 0; other < blocks.size(); other++) {
          if (other != b) {
            rest.add(curve(other, others.of(blocks.get(b), blocks.get(other))));
          }
        }
        int best = best(rest);
        thresholds.add(best / (double) STEPS);
        heldOut.add(own.get(b).get(best - 1));
      }
      int best = best(own);
      return new Joined(
          List.copyOf(thresholds),
          mean(heldOut),
          best / (double) STEPS,
          mean(own.stream().map(curve -> curve.get(best - 1)).toList()));
    }

    /* Of equal ones the highest. */
    private static int best(List<List<SegmentationMetrics>> curves) {
      int best = STEPS;
      double least = Double.POSITIVE_INFINITY;
      for (int t = STEPS; t >= 1; t--) {
        int at = t - 1;
        double vi = mean(curves.stream().map(curve -> curve.get(at)).toList()).vi();
        if (vi < least) {
          least = vi;
          best = t;
        }
      }
      return best;
    }

    private List<SegmentationMetrics> curve(int block, float[] score) {
      float[] own = new float[score.length];
      for (int i = 0; i < own.length; i++) {
        KnownPiece p = pieces.get(i);
        own[i] = p.block() == blocks.get(block) && !p.across() ? score[i] : Float.NaN;
      }
      Clusters clusters = Continuity.clusters(files, linkage, own);
      List<SegmentationMetrics> out = new ArrayList<>(STEPS);
      for (int t = 1; t <= STEPS; t++) {
        out.add(
            SegmentationMetrics.of(
                tables.get(block).renamed(clusters.at(t / (double) STEPS, minContactVoxels))));
      }
      return out;
    }
  }
}
