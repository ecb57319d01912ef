package org.connectarium.reconstruction.classification;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a feature is, in words that a reader of a paper understands, and by the groups that it
/// belongs to.
///
/// @param channel texture channel of a map, such as `image: Hessian at 24 nm, eigenvalue 1`; of
///     shapes `shape`
/// @param subVolume what it is pooled over, such as `side 1 ≤ 80 nm`; of shapes `shape`
/// @param statistic such as `median`; of shapes which one
public record FeatureMeaning(String channel, String subVolume, String statistic) {
  /// The channel of features that are no texture.
  public static final String SHAPE = "shape";

  private static final String SYNAPSE = "synapse";

  private static final String CONTEXT = "context";
  /* The scale s of the filters, and the unit of the spheres; see Textures. */
  private static final double SCALE_NM = 12;
  private static final double SPHERE_NM = 11.24;

  private static final Map<String, String> MAPS =
      Map.of(FeatureReader.RAW, "image", FeatureReader.BOUNDARY, "boundary");
  private static final Map<String, String> FILTERS =
      Map.of(
          "hessian", "Hessian at %s nm",
          "gaussian", "Gaussian of %s nm",
          "log", "Laplacian at %s nm",
          "gradient", "gradient at %s nm");
  private static final Map<String, String> CUBES =
      Map.of(
          "deviation", "deviation in %s³ voxels",
          "intensity-variance", "variance in %s³ voxels",
          "entropy", "entropy in %s³ voxels");
  private static final Map<String, String> STATISTICS =
      Map.of("q25", "lower quartile", "q75", "upper quartile", "min", "minimum", "max", "maximum");

  private static final Pattern CHANNEL = Pattern.compile("([a-z-]+)\\(([^)]*)\\)(?:-([123]))?");

  /// The meaning of a name as models have it; of unknown names the name itself.
  public static FeatureMeaning of(String name) {
    boolean isContext = name.startsWith(TypeFeatures.CONTEXT);
    String own = isContext ? name.substring(TypeFeatures.CONTEXT.length()) : name;
    String[] parts = own.split("/", -1);
    if (parts.length == 2 && parts[0].equals(SYNAPSE)) {
      return new FeatureMeaning(SYNAPSE, isContext ? CONTEXT : SYNAPSE, spaced(parts[1]));
    }
    if (parts.length == 2 && parts[0].equals(SHAPE)) {
      String[] shape = parts[1].split("-", 2);
      String of = shape.length == 2 ? part(shape[1]) : SHAPE;
      return new FeatureMeaning(SHAPE, isContext ? CONTEXT : of, spaced(shape[0]));
    }
    if (parts.length != 4) {
      return new FeatureMeaning(name, name, name);
    }
    return new FeatureMeaning(
        MAPS.getOrDefault(parts[0], parts[0]) + ": " + channel(parts[1]),
        isContext ? CONTEXT : part(parts[2]),
        STATISTICS.getOrDefault(parts[3], parts[3]));
  }

  /// All of it in one line.
  public String words() {
    return channel.equals(SHAPE) || channel.equals(SYNAPSE)
        ? channel + ": " + statistic + (subVolume.equals(channel) ? "" : ", " + subVolume)
        : channel.equals(statistic) ? channel : String.join(", ", channel, subVolume, statistic);
  }

  private static String channel(String channel) {
    Matcher m = CHANNEL.matcher(channel);
    if (!m.matches()) {
      return channel.equals(FeatureReader.RAW) ? "value" : channel;
    }
    String filter = m.group(1);
    String[] values = m.group(2).split(",", -1);
    String eigenvalue = m.group(3) == null ? "" : ", eigenvalue " + m.group(3);
    return switch (filter) {
      case "structure" ->
          "structure tensor %s/%s nm".formatted(nm(values[0], 1), nm(values[1], 1)) + eigenvalue;
      case "dog" ->
          "difference of Gaussians %s/%s nm"
              .formatted(nm(values[0], 1), nm(values[0], number(values[1])));
      case "sphere" -> "mean in a sphere of " + whole(SPHERE_NM * number(values[0])) + " nm";
      default ->
          CUBES.containsKey(filter)
              ? CUBES.getOrDefault(filter, "%s").formatted(values[0])
              : FILTERS.getOrDefault(filter, filter + " at %s nm").formatted(nm(values[0], 1))
                  + eigenvalue;
    };
  }

  /* 2s is 24 nm. */
  private static String nm(String scale, double times) {
    return whole(SCALE_NM * times * (scale.equals("s") ? 1 : number(scale.replace("s", ""))));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }

  private static String part(String label) {
    int at = label.indexOf('@');
    return at < 0
        ? label
        : "side " + label.substring(1, at) + " ≤ " + label.substring(at + 1) + " nm";
  }

  /* contactArea: contact area; axis1: axis 1. */
  private static String spaced(String name) {
    return name.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
