package org.connectarium.reconstruction.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a classifier decides by: the gain of its features, as shares of the whole gain.
public final class Importances {
  private final Map<String, Double> gains = new LinkedHashMap<>();

  /// The gains of a classifier.
  public Importances(Classifier classifier) {
    for (int i = 0; i < classifier.features().size(); i++) {
      gains.put(classifier.features().get(i), classifier.gains().get(i));
    }
  }

  /// One feature or group of features.
  ///
  /// @param name of the feature or group
  /// @param share of the whole gain, 0 … 1
  public record Share(String name, double share) {}

  /// Single features, the most important first.
  public List<Share> byFeature() {
    return by(name -> name);
  }

  /// Groups of features, the most important first, equal ones by name.
  ///
  /// @param group name of the group of a feature, such as its texture channel, statistic or
  ///     sub-volume
  public List<Share> by(Function<String, String> group) {
    Map<String, Double> sums = new LinkedHashMap<>();
    double all = 0;
    for (var e : gains.entrySet()) {
      sums.merge(group.apply(e.getKey()), e.getValue(), Double::sum);
      all += e.getValue();
    }
    List<Share> shares = new ArrayList<>();
    for (var e : sums.entrySet()) {
      shares.add(new Share(e.getKey(), all > 0 ? e.getValue() / all : 0));
    }
    shares.sort(Comparator.comparingDouble(Share::share).reversed().thenComparing(Share::name));
    return shares;
  }
}
