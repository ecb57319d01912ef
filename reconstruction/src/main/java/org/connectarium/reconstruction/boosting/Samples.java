package org.connectarium.reconstruction.boosting;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.connectarium.ingest.volume.BadInputException;

/// Rows to learn from: features, label, weight and fold of each.
///
/// The features lie outside the heap, 4 bytes each, in chunks of whole rows, so that their number
/// is not bounded by 2³¹. They count as direct memory, whose limit is that of the heap unless
/// `-XX:MaxDirectMemorySize` says otherwise. A fold is a part of space that the caller chose: rows
/// of one fold are learnt from together or predicted together, never both.
public final class Samples {
  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final long CHUNK_BYTES = 1 << 22;

  private final List<String> features;
  private final List<MemorySegment> chunks;
  private final int rowsPerChunk;
  private final boolean[] positive;
  private final float[] weight;
  private final int[] fold;

  private Samples(Builder builder) {
    features = builder.features;
    chunks = List.copyOf(builder.chunks);
    rowsPerChunk = builder.rowsPerChunk;
    positive = Arrays.copyOf(builder.positive, builder.rows);
    weight = Arrays.copyOf(builder.weight, builder.rows);
    fold = Arrays.copyOf(builder.fold, builder.rows);
  }

  /// No rows yet.
  ///
  /// @throws IllegalArgumentException if there are no names, or one is there twice
  public static Builder builder(List<String> featureNames) {
    return new Builder(featureNames);
  }

  /// Names of the features, in the order of a row.
  public List<String> features() {
    return features;
  }

  /// How many rows there are.
  public int rows() {
    return positive.length;
  }

  /// How many rows are positive.
  public int positives() {
    int n = 0;
    for (boolean p : positive) {
      n += p ? 1 : 0;
    }
    return n;
  }

  /// Whether a row is positive.
  public boolean positive(int row) {
    return positive[row];
  }

  /// Weight of a row.
  public float weight(int row) {
    return weight[row];
  }

  /// Fold of a row.
  public int fold(int row) {
    return fold[row];
  }

  /// The numbers of all folds, ascending.
  public List<Integer> folds() {
    return Arrays.stream(fold).distinct().sorted().boxed().toList();
  }

  /// All labels, in the order of the rows.
  public boolean[] labels() {
    return positive.clone();
  }

  /// All weights, in the order of the rows.
  public float[] weights() {
    return weight.clone();
  }

  /// The rows of some folds, ascending.
  public int[] rowsOf(Set<Integer> folds) {
    return IntStream.range(0, fold.length).filter(i -> folds.contains(fold[i])).toArray();
  }

  /// Copies some features of a row.
  ///
  /// @param columns numbers of the features
  /// @param out takes as many values, from `at`
  public void copy(int row, int[] columns, float[] out, int at) {
    MemorySegment chunk = chunks.get(row / rowsPerChunk);
    long begin = (long) (row % rowsPerChunk) * features.size();
    for (int i = 0; i < columns.length; i++) {
      out[at + i] = chunk.getAtIndex(FLOAT, begin + columns[i]);
    }
  }

  /// The same rows with other labels, for another question about them.
  ///
  /// @throws IllegalArgumentException unless there is a label for each row
  public Samples relabelled(boolean[] labels) {
    if (labels.length != rows()) {
      throw new IllegalArgumentException(
          labels.length + " labels for " + rows() + " rows; give one for each");
    }
    return new Samples(this, labels.clone());
  }

  private Samples(Samples other, boolean[] labels) {
    features = other.features;
    chunks = other.chunks;
    rowsPerChunk = other.rowsPerChunk;
    positive = labels;
    weight = other.weight;
    fold = other.fold;
  }

  /// The rows of all folds but some, copied.
  ///
  /// @throws IllegalArgumentException if none are left
  public Samples without(Set<Integer> folds) {
    Builder builder = builder(features);
    int[] all = IntStream.range(0, features.size()).toArray();
    float[] row = new float[all.length];
    for (int i = 0; i < rows(); i++) {
      if (!folds.contains(fold[i])) {
        copy(i, all, row, 0);
        builder.add(row, positive[i], weight[i], fold[i]);
      }
    }
    if (builder.rows == 0) {
      throw new IllegalArgumentException("Without the folds " + folds + " no row is left");
    }
    return builder.build();
  }

  /// SHA-256 over names, features, labels, weights and folds, in hexadecimal.
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.join("\n", features).getBytes(StandardCharsets.UTF_8));
      int left = rows();
      for (MemorySegment chunk : chunks) {
        int here = Math.min(left, rowsPerChunk);
        digest.update(chunk.asSlice(0, 4L * here * features.size()).asByteBuffer());
        left -= here;
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment rest = arena.allocate(9L * rows());
        for (int i = 0; i < rows(); i++) {
          rest.set(ValueLayout.JAVA_BYTE, 9L * i, (byte) (positive[i] ? 1 : 0));
          rest.set(FLOAT.withByteAlignment(1), 9L * i + 1, weight[i]);
          rest.set(
              ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN),
              9L * i + 5,
              fold[i]);
        }
        digest.update(rest.asByteBuffer());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  List<MemorySegment> chunks() {
    return chunks;
  }

  int rowsPerChunk() {
    return rowsPerChunk;
  }

  /// Takes rows one by one.
  public static final class Builder {
    private final List<String> features;
    private final List<MemorySegment> chunks = new ArrayList<>();
    private final int rowsPerChunk;
    private boolean[] positive = new boolean[1024];
    private float[] weight = new float[1024];
    private int[] fold = new int[1024];
    private int rows;

    private Builder(List<String> names) {
      features = List.copyOf(names);
      if (features.isEmpty()) {
        throw new IllegalArgumentException("Samples need at least one feature");
      }
      Set<String> seen = new HashSet<>();
      for (String name : features) {
        if (!seen.add(name)) {
          throw new IllegalArgumentException("Feature \"" + name + "\" is there twice");
        }
      }
      rowsPerChunk = (int) Math.max(1, CHUNK_BYTES / (4L * features.size()));
    }

    /// Adds a row; its values are copied.
    ///
    /// @param weight above 0
    /// @param fold part of space it lies in, 0 or more
    /// @throws BadInputException if a value is NaN or infinite, with row and feature
    /// @throws IllegalArgumentException if the row has another length, or weight or fold are wrong
    public Builder add(float[] row, boolean positive, float weight, int fold) {
      check(row, weight, fold);
      if (rows == this.positive.length) {
        this.positive = Arrays.copyOf(this.positive, 2 * rows);
        this.weight = Arrays.copyOf(this.weight, 2 * rows);
        this.fold = Arrays.copyOf(this.fold, 2 * rows);
      }
      if (rows % rowsPerChunk == 0) {
        chunks.add(Arena.ofAuto().allocate(4L * rowsPerChunk * features.size(), 64));
      }
      MemorySegment.copy(
          row,
          0,
          chunks.getLast(),
          FLOAT,
          4L * (rows % rowsPerChunk) * features.size(),
          row.length);
      this.positive[rows] = positive;
      this.weight[rows] = weight;
      this.fold[rows] = fold;
      rows++;
      return this;
    }

    private void check(float[] row, float rowWeight, int rowFold) {
      if (row.length != features.size()) {
        throw new IllegalArgumentException(
            "Row " + rows + " has " + row.length + " values for " + features.size() + " features");
      }
      for (int i = 0; i < row.length; i++) {
        if (!Float.isFinite(row[i])) {
          throw new BadInputException(
              "Row "
                  + rows
                  + " of the training data: feature "
                  + features.get(i)
                  + " is "
                  + row[i]
                  + "; leave the row out or mend the feature");
        }
      }
      if (!(rowWeight > 0) || rowWeight == Float.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "Row " + rows + " has weight " + rowWeight + "; it must be above 0");
      }
      if (rowFold < 0) {
        throw new IllegalArgumentException(
            "Row " + rows + " has fold " + rowFold + "; it must be 0 or more");
      }
    }

    /// The rows added so far.
    public Samples build() {
      return new Samples(this);
    }
  }
}
