package org.connectarium.ingest.n5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;

/// Where a 3-D dataset lies in space, in the attribute names that n5-viewer, Paintera and
/// Neuroglancer read (`docs/formats/n5.md`).
///
/// @param voxelSize edges of a voxel of the full resolution in nm
/// @param offsetXNm centre of voxel (0, 0, 0) along x in nm
/// @param offsetYNm centre of voxel (0, 0, 0) along y in nm
/// @param offsetZNm centre of voxel (0, 0, 0) along z in nm
/// @param downsamplingFactors voxels of the full resolution per voxel of this dataset, x, y, z; 1,
/// 1, 1 for the full resolution itself
public record VolumeAttributes(
    VoxelSize voxelSize,
    double offsetXNm,
    double offsetYNm,
    double offsetZNm,
    List<Integer> downsamplingFactors) {
  private static final List<Integer> FULL_RESOLUTION = List.of(1, 1, 1);

  /// Checks the factors.
  ///
  /// @throws BadInputException if the factors are not three positive numbers
  public VolumeAttributes {
    downsamplingFactors = List.copyOf(downsamplingFactors);
    if (downsamplingFactors.size() != 3 || downsamplingFactors.stream().anyMatch(f -> f < 1)) {
      throw new BadInputException(
          "downsamplingFactors must be three positive numbers but was " + downsamplingFactors);
    }
  }

  /// A volume of full resolution that begins at the origin.
  public static VolumeAttributes of(VoxelSize voxelSize) {
    return new VolumeAttributes(voxelSize, 0, 0, 0, FULL_RESOLUTION);
  }

  /// Writes them to a group or dataset.
  public void write(N5Container container, String path) {
    List<Double> edges = List.of(voxelSize.xNm(), voxelSize.yNm(), voxelSize.zNm());
    Map<String, Object> pixelResolution = new LinkedHashMap<>();
    pixelResolution.put("unit", "nm");
    pixelResolution.put("dimensions", edges);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("resolution", edges);
    json.put("units", List.of("nm", "nm", "nm"));
    json.put("offset", List.of(offsetXNm, offsetYNm, offsetZNm));
    json.put("pixelResolution", pixelResolution);
    json.put("downsamplingFactors", downsamplingFactors);
    container.putAttributes(path, json);
  }

  /// Reads them from a group or dataset; what it lacks is looked up in the group around it.
  ///
  /// @return nothing if no voxel size is given
  /// @throws BadInputException if an attribute is there but makes no sense
  public static Optional<VolumeAttributes> read(N5Container container, String path) {
    Map<String, Object> json = new LinkedHashMap<>();
    int slash = path.lastIndexOf('/');
    if (slash > 0) {
      Map<String, Object> around = container.attributes(path.substring(0, slash));
      around.keySet().retainAll(List.of("resolution", "pixelResolution", "units", "offset"));
      json.putAll(around);
    }
    json.putAll(container.attributes(path));
    String where = "Attributes of \"" + path + "\" in " + container.root();
    Optional<VoxelSize> voxelSize = voxelSize(json, where);
    if (voxelSize.isEmpty()) {
      return Optional.empty();
    }
    List<Double> offset = numbers(json, "offset", List.of(0.0, 0.0, 0.0), where);
    List<Double> factors = numbers(json, "downsamplingFactors", List.of(1.0, 1.0, 1.0), where);
    return Optional.of(
        new VolumeAttributes(
            voxelSize.get(),
            offset.get(0),
            offset.get(1),
            offset.get(2),
            factors.stream().map(Double::intValue).toList()));
  }

  private static Optional<VoxelSize> voxelSize(Map<String, Object> json, String where) {
    List<Double> edges;
    List<Double> nm;
    if (json.get("pixelResolution") instanceof Map<?, ?> pixelResolution) {
      Map<String, Object> inner = new LinkedHashMap<>();
      pixelResolution.forEach((key, value) -> inner.put(String.valueOf(key), value));
      edges = numbers(inner, "dimensions", List.of(), where);
      double unitNm = nanometres(inner.getOrDefault("unit", "nm"), where);
      nm = List.of(unitNm, unitNm, unitNm);
    } else if (json.containsKey("resolution")) {
      edges = numbers(json, "resolution", List.of(), where);
      nm = units(json.getOrDefault("units", List.of()), where);
    } else {
      return Optional.empty();
    }
    if (edges.size() < 3) {
      throw new BadInputException(where + ": the voxel size must be three numbers, not " + edges);
    }
    return Optional.of(
        new VoxelSize(
            edges.get(0) * nm.get(0), edges.get(1) * nm.get(1), edges.get(2) * nm.get(2)));
  }

  private static List<Double> units(Object units, String where) {
    List<Double> out = new ArrayList<>();
    if (units instanceof List<?> list) {
      for (Object unit : list) {
        out.add(nanometres(String.valueOf(unit), where));
      }
    }
    while (out.size() < 3) {
      out.add(1.0);
    }
    return out;
  }

  private static double nanometres(Object unit, String where) {
    return switch (String.valueOf(unit).toLowerCase(Locale.ROOT)) {
      case "nm", "nanometer", "nanometre", "nanometers" -> 1;
      case "um", "µm", "μm", "micron", "micrometer", "micrometre", "micrometers" -> 1e3;
      case "mm", "millimeter", "millimetre", "millimeters" -> 1e6;
      case "m", "meter", "metre", "meters" -> 1e9;
      default ->
          throw new BadInputException(
              where + ": unit \"" + unit + "\" is unknown; use nm, um, mm or m");
    };
  }

  private static List<Double> numbers(
      Map<String, Object> json, String key, List<Double> missing, String where) {
    Object value = json.get(key);
    if (value == null) {
      return missing;
    }
    List<Double> out = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Number number) {
          out.add(number.doubleValue());
        }
      }
    }
    if (out.size() < 3) {
      throw new BadInputException(where + ": " + key + " must be three numbers, not " + value);
    }
    return List.copyOf(out.subList(0, 3));
  }
}
