package org.connectarium.ingest.microscope;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;

/// How the images come out: every [Setting] with a value in its range.
///
/// @param values one value for each setting
/// @param missingSections sections that were lost: black images
/// @param foldedSections sections that lie in a fold
public record ImagingParameters(
    Map<Setting, Double> values, List<Long> missingSections, List<Long> foldedSections) {
  private static final String MISSING = "missingSections";
  private static final String FOLDED = "foldedSections";

  /// @throws BadInputException if a value is missing or outside its range
  public ImagingParameters {
    EnumMap<Setting, Double> checked = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      Double value = values.get(setting);
      if (value == null) {
        throw new BadInputException(setting.key() + " has no value");
      }
      if (!(value >= setting.least() && value <= setting.most())) {
        throw new BadInputException(
            setting.key()
                + " must be between "
                + plain(setting.least())
                + " and "
                + plain(setting.most())
                + " but is "
                + plain(value));
      }
      checked.put(setting, value);
    }
    values = java.util.Collections.unmodifiableMap(checked);
    missingSections = List.copyOf(missingSections);
    foldedSections = List.copyOf(foldedSections);
  }

  /// The defaults of a look.
  public static ImagingParameters of(Look look) {
    EnumMap<Setting, Double> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.of(look));
    }
    return new ImagingParameters(values, List.of(), List.of());
  }

  /// The value of a setting.
  public double get(Setting setting) {
    Double value = values.get(setting);
    if (value == null) {
      throw new IllegalStateException(setting.key());
    }
    return value;
  }

  /// The same with another value.
  ///
  /// @throws BadInputException if the value is outside its range
  public ImagingParameters with(Setting setting, double value) {
    EnumMap<Setting, Double> changed = new EnumMap<>(values);
    changed.put(setting, value);
    return new ImagingParameters(changed, missingSections, foldedSections);
  }

  /// The same with other lost sections.
  public ImagingParameters withMissing(List<Long> sections) {
    return new ImagingParameters(values, sections, foldedSections);
  }

  /// The same with other folded sections.
  public ImagingParameters withFolded(List<Long> sections) {
    return new ImagingParameters(values, missingSections, sections);
  }

  /// The same with what a file says: one number, or several for `missingSections` and
  /// `foldedSections`.
  ///
  /// @throws BadInputException if the key is unknown, or a value is no number in its range
  public ImagingParameters with(String key, List<String> numbers) {
    if (key.equals(MISSING) || key.equals(FOLDED)) {
      List<Long> sections = numbers.stream().map(text -> (long) number(key, text)).toList();
      return key.equals(MISSING) ? withMissing(sections) : withFolded(sections);
    }
    for (Setting setting : Setting.values()) {
      if (setting.key().equals(key)) {
        if (numbers.size() != 1) {
          throw new BadInputException(key + " must be one number but is " + numbers);
        }
        return with(setting, number(key, numbers.getFirst()));
      }
    }
    throw new BadInputException("unknown parameter \"" + key + "\"" + Spelling.hint(key, keys()));
  }

  private static double number(String key, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadInputException(key + " must be a number but is \"" + text + "\"", e);
    }
  }

  /// The names that [#with(String, List)] knows.
  public static List<String> keys() {
    List<String> keys =
        new java.util.ArrayList<>(Arrays.stream(Setting.values()).map(Setting::key).toList());
    keys.add(MISSING);
    keys.add(FOLDED);
    return keys;
  }

  /// All of them under their names, as for a file.
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    values.forEach((setting, value) -> json.put(setting.key(), value));
    json.put(MISSING, missingSections);
    json.put(FOLDED, foldedSections);
    return json;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}
