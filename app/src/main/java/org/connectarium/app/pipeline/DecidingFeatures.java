package org.connectarium.app.pipeline;

import java.util.List;
import java.util.function.Function;
import org.connectarium.analysis.report.Plot;
import org.connectarium.reconstruction.classification.FeatureMeaning;
import org.connectarium.reconstruction.classifier.Classifier;
import org.connectarium.reconstruction.classifier.Importances;

/// What a classifier decides by: shares of the whole gain of its features, the largest first.
///
/// @param features the single ones, [#MOST] at most
/// @param channels summed per texture channel
/// @param subVolumes summed per sub-volume
/// @param statistics summed per statistic
record DecidingFeatures(
    List<Feature> features,
    List<Importances.Share> channels,
    List<Importances.Share> subVolumes,
    List<Importances.Share> statistics) {
  static final int MOST = 30;

  /// One feature.
  ///
  /// @param name as models have it
  /// @param words the same for people
  /// @param share of the whole gain, 0 … 1
  record Feature(String name, String words, double share) {}

  static DecidingFeatures of(Classifier classifier) {
    Importances all = new Importances(classifier);
    return new DecidingFeatures(
        all.byFeature().stream()
            .limit(MOST)
            .map(s -> new Feature(s.name(), FeatureMeaning.of(s.name()).words(), s.share()))
            .toList(),
        by(all, FeatureMeaning::channel),
        by(all, FeatureMeaning::subVolume),
        by(all, m -> m.channel().equals(FeatureMeaning.SHAPE) ? m.channel() : m.statistic()));
  }

  private static List<Importances.Share> by(
      Importances all, Function<FeatureMeaning, String> group) {
    return all.by(name -> group.apply(FeatureMeaning.of(name)));
  }

  /// Bars of the single ones and of each grouping.
  List<Plot> plots() {
    return List.of(
        new Plot.Shares(
            "Features", features.stream().map(f -> new Plot.Share(f.words(), f.share())).toList()),
        shares("Texture channels", channels),
        shares("Sub-volumes", subVolumes),
        shares("Statistics", statistics));
  }

  private static Plot shares(String caption, List<Importances.Share> shares) {
    return new Plot.Shares(
        caption,
        shares.stream().limit(MOST).map(s -> new Plot.Share(s.name(), s.share())).toList());
  }
}
