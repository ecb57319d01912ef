package org.connectarium.reconstruction.feature;

/// A pooled feature and its name, `map/channel/sub-volume/statistic`.
///
/// @param channel `map/channel`
record FeatureName(String channel, SubVolume part, Statistic statistic) {
  static FeatureName parse(String name) {
    String[] parts = name.split("/", -1);
    if (parts.length == 4) {
      for (SubVolume part : SubVolume.values()) {
        for (Statistic statistic : Statistic.values()) {
          if (part.label().equals(parts[2]) && statistic.label().equals(parts[3])) {
            return new FeatureName(parts[0] + "/" + parts[1], part, statistic);
          }
        }
      }
    }
    throw new IllegalArgumentException("No feature of contacts or segments \"" + name + "\"");
  }

  String text() {
    return channel + "/" + part.label() + "/" + statistic.label();
  }
}
