package org.connectarium.reconstruction.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.connectarium.ingest.volume.BadInputException;

/// Gradient boosting of decision trees with logistic loss, by LightGBM.
///
/// All features are cut into at most 255 bins once; any number of trainings on parts of the rows
/// may follow. With [BoostingParameters#maxFeatures] a first training with a quarter of the trees,
/// at least 50, ranks the features by gain (ties by number), and the second one sees those of
/// largest gain only. Both see the same rows and no others.
///
/// - output: trees over the features that they use
/// - cost: 1 byte a value beside the 4 of the samples, once more for the rows of a part; time is
///   that of binning (once) plus trees · shares of rows and features · depth
/// - deterministic: same samples, parameters and rows give the same trees whatever the number of
///   threads (LightGBM with `deterministic`, histograms by column)
///
/// Method: J. Friedman, *Greedy function approximation: a gradient boosting machine*, Annals of
/// Statistics 29, 2001, [doi:10.1214/aos/1013203451](https://doi.org/10.1214/aos/1013203451);
/// G. Ke et al., *LightGBM*, NIPS 2017. FocusEM boosts stumps (LogitBoost); deeper trees need
/// fewer of them.
public final class Boosting implements AutoCloseable {
  private static final int FEWEST_TREES = 50;

  private final Samples samples;
  private final int threads;
  private final Dataset dataset;

  /// Told after every tree; may throw to stop the training.
  @FunctionalInterface
  public interface Listener {
    /// One tree was grown.
    ///
    /// @param done trees grown so far in this training, those that rank features included
    /// @param of trees to grow
    void tree(int done, int of);
  }

  /// Bins the samples.
  ///
  /// @param threads of LightGBM
  /// @throws BadInputException if LightGBM cannot run here, or there are no rows
  public Boosting(Samples samples, int threads) {
    if (samples.rows() == 0) {
      throw new BadInputException("There are no rows to learn from; label some contacts");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more but was " + threads);
    }
    this.samples = samples;
    this.threads = threads;
    this.dataset = Dataset.of(samples, binning());
  }

  /// Learns from all rows.
  ///
  /// @throws BadInputException as [#train(int[], BoostingParameters, Listener)]
  public Boosted train(BoostingParameters parameters, Listener listener) {
    return train(IntStream.range(0, samples.rows()).toArray(), parameters, listener);
  }

  /// Learns from some of the rows.
  ///
  /// @param rows numbers of the rows, ascending
  /// @throws BadInputException if all of them are positive, or none is
  public Boosted train(int[] rows, BoostingParameters parameters, Listener listener) {
    checkClasses(rows);
    int all = samples.features().size();
    int keep = parameters.maxFeatures();
    boolean ranked = keep > 0 && keep < all;
    int first = ranked ? Math.max(FEWEST_TREES, parameters.trees() / 4) : 0;
    int[] columns = IntStream.range(0, all).toArray();
    if (ranked) {
      String text =
          grow(
              rows,
              parameters.withTrees(first),
              columns,
              done -> listener.tree(done, first + parameters.trees()));
      columns = best(ModelText.parse(text, all, parameters.depth()).gains(), keep);
    }
    String text =
        grow(
            rows,
            parameters,
            columns,
            done -> listener.tree(first + done, first + parameters.trees()));
    return compact(text, columns, parameters.depth());
  }

  private interface Step {
    void grown(int done);
  }

  private String grow(int[] rows, BoostingParameters parameters, int[] columns, Step step) {
    String settings = settings(parameters, columns.length);
    boolean every = columns.length == samples.features().size();
    if (every && rows.length == samples.rows()) {
      return grow(dataset, rows, parameters, settings, step);
    }
    try (Dataset part =
        every ? dataset.rows(rows, binning()) : Dataset.of(samples, rows, columns, binning())) {
      return grow(part, rows, parameters, settings, step);
    }
  }

  private String grow(
      Dataset data, int[] rows, BoostingParameters parameters, String settings, Step step) {
    data.label(samples, rows, parameters.positiveWeight());
    try (LibraryModel model = LibraryModel.untrained(data, settings)) {
      for (int i = 0; i < parameters.trees() && model.grow(); i++) {
        step.grown(i + 1);
      }
      return model.text();
    }
  }

  private static int[] best(double[] gains, int keep) {
    return IntStream.range(0, gains.length)
        .boxed()
        .sorted((a, b) -> Double.compare(gains[b], gains[a])) // stable: ties by number
        .limit(keep)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static Boosted compact(String text, int[] columns, int depth) {
    ModelText model = ModelText.parse(text, columns.length, depth);
    double[] gains = model.gains();
    int[] place = new int[columns.length];
    List<Integer> used = new ArrayList<>();
    List<Double> usedGains = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      // a model without any decision asks for one feature, so that it has rows
      boolean kept = gains[i] > 0 || (used.isEmpty() && i == columns.length - 1);
      place[i] = kept ? used.size() : -1;
      if (kept) {
        used.add(columns[i]);
        usedGains.add(gains[i]);
      }
    }
    return new Boosted(
        used,
        model.trees(place, used.size()),
        usedGains,
        text,
        Arrays.stream(columns).boxed().toList());
  }

  private void checkClasses(int[] rows) {
    int positive = 0;
    for (int row : rows) {
      positive += samples.positive(row) ? 1 : 0;
    }
    if (positive == 0 || positive == rows.length) {
      throw new BadInputException(
          "Of "
              + rows.length
              + " rows to learn from "
              + positive
              + " are positive; both classes are needed, so label more or choose other folds");
    }
  }

  private String binning() {
    return "max_bin=255 bin_construct_sample_cnt=50000 data_random_seed=1 use_missing=false"
        + " feature_pre_filter=false enable_bundle=false min_data_in_bin=1 deterministic=true"
        + " force_col_wise=true verbosity=-1 num_threads="
        + threads;
  }

  private String settings(BoostingParameters p, int columns) {
    // at least a few features a tree, where selection has left few
    double share =
        Math.min(1, Math.max(p.featureShare(), Math.min(10, columns) / (double) columns));
    return binning()
        + String.format(
            Locale.ROOT,
            " objective=binary num_leaves=%d max_depth=%d learning_rate=%s bagging_fraction=%s"
                + " bagging_freq=%d feature_fraction=%s min_sum_hessian_in_leaf=%s"
                + " min_data_in_leaf=1 seed=%d",
            1 << p.depth(),
            p.depth(),
            p.learningRate(),
            p.rowShare(),
            p.rowShare() < 1 ? 1 : 0,
            share,
            p.minChildWeight(),
            p.seed() & Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    dataset.close();
  }
}
