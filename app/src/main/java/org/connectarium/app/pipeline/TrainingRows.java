package org.connectarium.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.reconstruction.boosting.Samples;
import org.connectarium.reconstruction.classifier.ModelKind;

/// Rows to learn one kind of model from, with the label of each: 1 yes, 0 no, or the class.
final class TrainingRows {
  private final ModelKind kind;
  private final List<String> names;
  private final Samples.Builder builder;
  private final List<Integer> labels = new ArrayList<>();

  TrainingRows(ModelKind kind, List<String> names) {
    this.kind = kind;
    this.names = names;
    builder = Samples.builder(names);
  }

  /// Names of the features.
  List<String> names() {
    return names;
  }

  void add(float[] row, int label, float weight, int fold) {
    builder.add(row, label == 1, weight, fold);
    labels.add(label);
  }

  /// All rows so far.
  Samples samples() {
    return builder.build();
  }

  /// All rows so far as answers to one question of the kind.
  Samples samples(int question) {
    if (kind != ModelKind.TYPE) {
      return samples();
    }
    boolean[] is = new boolean[labels.size()];
    for (int i = 0; i < is.length; i++) {
      is[i] = labels.get(i) == question;
    }
    return samples().relabelled(is);
  }
}
