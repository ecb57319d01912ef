package org.connectarium.reconstruction.classification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.connectarium.graph.sink.SegmentRow;
import org.connectarium.reconstruction.segment.PrincipalAxes;
import org.connectarium.reconstruction.segmentation.Piece;
import org.connectarium.reconstruction.segmentation.TableFile;

/// The features by which the type of a segment is told: its texture and shape, and those of its
/// context, the segments that surely belong to the same neurite within a micrometre.
///
/// - `raw/CHANNEL/segment/STATISTIC`: texture of the segment
/// - `context/raw/CHANNEL/segment/STATISTIC`: its mean over the context, weighted by voxels
/// - `shape/…`, `context/shape/…`: size, thickness, extent, contacts
/// - `synapse/…`, `context/synapse/…`: how much of the surface is pre- and postsynaptic, by a
///   classifier of synapses; NaN without one
///
/// Context: segments whose centroids lie within [#CONTEXT_NM], and of the same cluster at
/// [#CONTEXT_CONTINUITY] of the hierarchy by a classifier of continuity, the segment itself
/// included. FocusEM takes up to five segments by continuity for the same reason: a single piece
/// of a neurite often does not show what it is.
///
/// Memory: 4 bytes a texture feature and about 180 bytes, a segment.
public final class TypeFeatures {
  /// Continuity from which segments are of one context.
  public static final double CONTEXT_CONTINUITY = 0.8;

  /// How far the context reaches, nm.
  public static final double CONTEXT_NM = 1000;

  static final String CONTEXT = "context/";

  /// Numbers about the shape of one segment or of a context.
  static final List<String> SHAPE =
      List.of(
          "shape/volume",
          "shape/thickness",
          "shape/axis1",
          "shape/axis2",
          "shape/axis3",
          "shape/elongation",
          "shape/flatness",
          "shape/contacts",
          "shape/contactArea",
          "shape/areaPerVolume",
          "shape/boundary",
          "shape/segments");

  private final List<String> textureNames;
  private final List<SegmentRow> segments = new ArrayList<>();
  private final List<float[]> texture = new ArrayList<>();
  private final Map<Long, Integer> number = new HashMap<>();
  private final double[] area;
  private final int[] contacts;
  private final double[] boundary;
  private final double voxelUm3;
  private final Optional<SegmentSynapses> synapses;
  private final Map<Long, List<Integer>> clusters = new HashMap<>();
  private final long[] clusterOf;

  /// Gathers what is known of all segments.
  ///
  /// @param tables of the whole segmentation
  /// @param textureNames names of the texture features
  /// @param texture those of each segment, in the order of the tables
  /// @param cluster of a segment at [#CONTEXT_CONTINUITY]
  /// @param pieces probabilities of the border pieces
  /// @throws IllegalArgumentException if there are more or fewer rows than segments
  TypeFeatures(
      List<Path> tables,
      List<String> textureNames,
      List<float[]> texture,
      LongUnaryOperator cluster,
      PieceScores pieces,
      double voxelUm3) {
    this.textureNames = List.copyOf(textureNames);
    this.texture.addAll(texture);
    this.voxelUm3 = voxelUm3;
    List<TableFile> files = TableFile.open(tables);
    for (TableFile file : files) {
      file.forEachSegment(
          row -> {
            number.put(row.id(), segments.size());
            segments.add(row);
          });
    }
    if (segments.size() != texture.size()) {
      throw new IllegalArgumentException(
          texture.size() + " rows of texture for " + segments.size() + " segments");
    }
    area = new double[segments.size()];
    contacts = new int[segments.size()];
    boundary = new double[segments.size()];
    synapses =
        pieces.tellsSynapses()
            ? Optional.of(new SegmentSynapses(segments.size()))
            : Optional.empty();
    int[] at = {0};
    for (TableFile file : files) {
      file.forEachPiece(
          p -> {
            if (!p.face()) {
              touch(p.lowId(), p.areaUm2(), p.boundary());
              touch(p.highId(), p.areaUm2(), p.boundary());
              synapses.ifPresent(sums -> add(sums, p, pieces, at[0]));
            }
            at[0]++;
          });
    }
    clusterOf = new long[segments.size()];
    for (int s = 0; s < clusterOf.length; s++) {
      clusterOf[s] = cluster.applyAsLong(segments.get(s).id());
      clusters.computeIfAbsent(clusterOf[s], _ -> new ArrayList<>()).add(s);
    }
  }

  private void touch(long id, double areaUm2, float evidence) {
    Integer s = number.get(id);
    if (s != null) {
      area[s] += areaUm2;
      contacts[s]++;
      boundary[s] += areaUm2 * evidence;
    }
  }

  private void add(SegmentSynapses sums, Piece p, PieceScores scores, int at) {
    Integer low = number.get(p.lowId());
    Integer high = number.get(p.highId());
    if (low != null && high != null) {
      sums.add(low, high, p.areaUm2(), scores.synapse()[at]);
      sums.add(high, low, p.areaUm2(), scores.reverse()[at]);
    }
  }

  /// All names for some names of texture features.
  public static List<String> names(List<String> textureNames) {
    List<String> names = new ArrayList<>(textureNames);
    textureNames.forEach(name -> names.add(CONTEXT + name));
    names.addAll(SHAPE);
    SHAPE.forEach(name -> names.add(CONTEXT + name));
    names.addAll(SegmentSynapses.NAMES);
    SegmentSynapses.NAMES.forEach(name -> names.add(CONTEXT + name));
    return List.copyOf(names);
  }

  /// Whether some features need a classifier of synapses.
  public static boolean needSynapses(List<String> names) {
    return names.stream().anyMatch(TypeFeatures::isSynaptic);
  }

  static boolean isSynaptic(String name) {
    return SegmentSynapses.NAMES.contains(plain(name));
  }

  private static String plain(String name) {
    return name.startsWith(CONTEXT) ? name.substring(CONTEXT.length()) : name;
  }

  /// The texture features that some features are made of.
  public static List<String> textureOf(List<String> names) {
    return names.stream()
        .map(TypeFeatures::plain)
        .filter(name -> !SHAPE.contains(name) && !isSynaptic(name))
        .distinct()
        .toList();
  }

  /// Number of segments.
  public int size() {
    return segments.size();
  }

  /// A segment, in the order of the tables.
  public SegmentRow segment(int s) {
    return segments.get(s);
  }

  /// All features of a segment, in the order of [#names].
  public float[] row(int s) {
    int n = textureNames.size();
    int shapes = 2 * n + 2 * SHAPE.size();
    float[] row = new float[shapes + 2 * SegmentSynapses.NAMES.size()];
    System.arraycopy(texture.get(s), 0, row, 0, n);
    List<Integer> context = context(s);
    double[] sums = new double[n];
    double all = 0;
    for (int c : context) {
      double weight = segments.get(c).voxels();
      float[] values = texture.get(c);
      for (int i = 0; i < n; i++) {
        sums[i] += weight * values[i];
      }
      all += weight;
    }
    for (int i = 0; i < n; i++) {
      row[n + i] = (float) (sums[i] / all);
    }
    shape(List.of(s), row, 2 * n);
    shape(context, row, 2 * n + SHAPE.size());
    synapses(List.of(s), row, shapes);
    synapses(context, row, shapes + SegmentSynapses.NAMES.size());
    return row;
  }

  private void synapses(List<Integer> members, float[] row, int at) {
    if (synapses.isPresent()) {
      double areas = members.stream().mapToDouble(c -> area[c]).sum();
      synapses.get().write(members, areas, row, at);
    } else {
      Arrays.fill(row, at, at + SegmentSynapses.NAMES.size(), Float.NaN);
    }
  }

  private List<Integer> context(int s) {
    SegmentRow here = segments.get(s);
    List<Integer> out = new ArrayList<>();
    for (int c : clusters.getOrDefault(clusterOf[s], List.of(s))) {
      SegmentRow there = segments.get(c);
      double dx = there.xNm() - here.xNm();
      double dy = there.yNm() - here.yNm();
      double dz = there.zNm() - here.zNm();
      if (c == s || dx * dx + dy * dy + dz * dz <= CONTEXT_NM * CONTEXT_NM) {
        out.add(c);
      }
    }
    return out;
  }

  private void shape(List<Integer> members, float[] row, int at) {
    double voxels = 0;
    double thickness = 0;
    double areas = 0;
    double evidence = 0;
    int touching = 0;
    for (int c : members) {
      voxels += segments.get(c).voxels();
      thickness = Math.max(thickness, segments.get(c).shape().thicknessNm());
      areas += area[c];
      evidence += boundary[c];
      touching += contacts[c];
    }
    double volume = voxels * voxelUm3;
    PrincipalAxes axes = PrincipalAxes.of(covariance(members, voxels));
    double[] values = {
      volume,
      thickness,
      axes.longestNm(),
      axes.middleNm(),
      axes.shortestNm(),
      axes.longestNm() / Math.max(1, axes.middleNm()),
      axes.middleNm() / Math.max(1, axes.shortestNm()),
      touching,
      areas,
      areas / volume,
      areas > 0 ? evidence / areas : 0,
      members.size()
    };
    for (int i = 0; i < values.length; i++) {
      row[at + i] = (float) values[i];
    }
  }

  /* Of all voxels of the members: within each, and between their centroids. */
  private double[] covariance(List<Integer> members, double voxels) {
    double[] mean = new double[3];
    for (int c : members) {
      double w = segments.get(c).voxels() / voxels;
      mean[0] += w * segments.get(c).xNm();
      mean[1] += w * segments.get(c).yNm();
      mean[2] += w * segments.get(c).zNm();
    }
    double[] out = new double[6];
    for (int c : members) {
      SegmentRow s = segments.get(c);
      double w = s.voxels() / voxels;
      double dx = s.xNm() - mean[0];
      double dy = s.yNm() - mean[1];
      double dz = s.zNm() - mean[2];
      var k = s.covarianceNm2();
      double[] part = {
        k.xx() + dx * dx, k.yy() + dy * dy, k.zz() + dz * dz,
        k.xy() + dx * dy, k.xz() + dx * dz, k.yz() + dy * dz
      };
      Arrays.setAll(out, i -> out[i] + w * part[i]);
    }
    return out;
  }
}
