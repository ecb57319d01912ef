package org.connectarium.reconstruction.boosting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The trees in the text that LightGBM writes (`version=v4`): blocks of `key=values` that begin
/// with `Tree=`.
///
/// LightGBM goes left where a feature is at most a threshold of double precision. Features are
/// single here, so the largest single number that is not above the threshold decides alike.
final class ModelText {
  private final int depth;
  private final List<int[]> feature = new ArrayList<>();
  private final List<float[]> threshold = new ArrayList<>();
  private final List<float[]> leaf = new ArrayList<>();
  private final double[] gains;

  private ModelText(int features, int depth) {
    this.depth = depth;
    this.gains = new double[features];
  }

  /// Reads a text.
  ///
  /// @param features length of a row
  /// @param depth that no tree exceeds
  static ModelText parse(String text, int features, int depth) {
    ModelText model = new ModelText(features, depth);
    Map<String, String> block = new HashMap<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.startsWith("Tree=") || line.equals("end of trees")) {
        model.take(block);
        block.clear();
      }
      int equals = line.indexOf('=');
      if (equals > 0) {
        block.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return model;
  }

  private void take(Map<String, String> block) {
    if (block.containsKey("Tree")) {
      Tree tree = new Tree(block, depth);
      feature.add(tree.feature);
      threshold.add(tree.threshold);
      leaf.add(tree.leaf);
      tree.addGains(gains);
    }
  }

  /// The trees.
  ///
  /// @param place new number of each feature, −1 where no tree uses it
  /// @param features how many are left
  Trees trees(int[] place, int features) {
    int inner = (1 << depth) - 1;
    int[] allFeatures = new int[feature.size() * inner];
    float[] allThresholds = new float[feature.size() * inner];
    float[] allLeaves = new float[feature.size() * (inner + 1)];
    for (int t = 0; t < feature.size(); t++) {
      for (int n = 0; n < inner; n++) {
        int f = feature.get(t)[n];
        allFeatures[t * inner + n] = f < 0 ? -1 : place[f];
      }
      System.arraycopy(threshold.get(t), 0, allThresholds, t * inner, inner);
      System.arraycopy(leaf.get(t), 0, allLeaves, t * (inner + 1), inner + 1);
    }
    return new Trees(features, depth, allFeatures, allThresholds, allLeaves);
  }

  /// Summed gain of each feature, 0 where no tree uses it.
  double[] gains() {
    return gains.clone();
  }

  private static final class Tree {
    final int[] feature;
    final float[] threshold;
    final float[] leaf;
    private final int depth;
    private final double[] splitFeature;
    private final double[] splitThreshold;
    private final double[] gain;
    private final double[] left;
    private final double[] right;
    private final double[] value;

    Tree(Map<String, String> block, int depth) {
      this.depth = depth;
      splitFeature = numbers(block, "split_feature");
      splitThreshold = numbers(block, "threshold");
      gain = numbers(block, "split_gain");
      left = numbers(block, "left_child");
      right = numbers(block, "right_child");
      value = numbers(block, "leaf_value");
      int inner = (1 << depth) - 1;
      feature = new int[inner];
      threshold = new float[inner];
      leaf = new float[inner + 1];
      place(splitFeature.length == 0 ? -1 : 0, 0, 0);
    }

    /// Puts a node of LightGBM (−1 − n for leaf n) at a place of the complete tree; a leaf above
    /// the lowest level stands below decisions that go left always.
    private void place(int node, int at, int level) {
      if (level == depth) {
        leaf[at - feature.length] = (float) value[-1 - node];
      } else if (node < 0) {
        feature[at] = -1;
        place(node, 2 * at + 1, level + 1);
        hide(2 * at + 2);
      } else {
        feature[at] = (int) splitFeature[node];
        threshold[at] = notAbove(splitThreshold[node]);
        place((int) left[node], 2 * at + 1, level + 1);
        place((int) right[node], 2 * at + 2, level + 1);
      }
    }

    private void hide(int at) {
      if (at < feature.length) {
        feature[at] = -1;
        hide(2 * at + 1);
        hide(2 * at + 2);
      }
    }

    void addGains(double[] gains) {
      for (int i = 0; i < splitFeature.length; i++) {
        gains[(int) splitFeature[i]] += gain[i];
      }
    }

    private static float notAbove(double threshold) {
      float single = (float) threshold;
      float limited = Math.clamp(single, -Float.MAX_VALUE, Float.MAX_VALUE);
      return limited > threshold ? Math.nextDown(limited) : limited;
    }

    private static double[] numbers(Map<String, String> block, String key) {
      String text = block.getOrDefault(key, "").strip();
      if (text.isEmpty()) {
        return new double[0];
      }
      String[] words = text.split(" ", -1);
      double[] out = new double[words.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = Double.parseDouble(words[i]);
      }
      return out;
    }
  }
}
