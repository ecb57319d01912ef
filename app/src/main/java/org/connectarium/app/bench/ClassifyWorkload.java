package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.reconstruction.boosting.Boosted;
import org.connectarium.reconstruction.boosting.Boosting;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.boosting.LibraryModel;
import org.connectarium.reconstruction.boosting.Samples;

/// Scores of made-up rows by trees of the size that is shipped, one thread, beside LightGBM's own
/// prediction of the same rows.
final class ClassifyWorkload implements Workload {
  private static final int FEATURES = 300;
  private static final int TREES = 400;
  private static final int DEPTH = 5;
  private static final int LEARNT_ROWS = 4000;

  private final int n;
  private final float[] rows;
  private final Boosted model;
  private final double[] scores;
  private final float[] modelRows;
  private double libraryRowsPerSecond;

  ClassifyWorkload(Setting setting) {
    n = (int) Math.max(LEARNT_ROWS, setting.size().scaled(200_000));
    rows = new float[n * FEATURES];
    Random random = new Random(1);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    model = learn(random);
    int[] columns = model.columns().stream().mapToInt(Integer::intValue).toArray();
    modelRows = new float[n * columns.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < columns.length; j++) {
        modelRows[i * columns.length + j] = rows[i * FEATURES + columns[j]];
      }
    }
    scores = new double[n];
  }

  private Boosted learn(Random random) {
    Samples.Builder builder =
        Samples.builder(IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toList());
    float[] row = new float[FEATURES];
    for (int i = 0; i < LEARNT_ROWS; i++) {
      System.arraycopy(rows, i * FEATURES, row, 0, FEATURES);
      double sum = 0;
      for (int j = 0; j < FEATURES; j++) {
        sum += row[j] * row[j] * (j % 7 - 3);
      }
      builder.add(row, sum + 20 * random.nextGaussian() > 30, 1, 0);
    }
    try (Boosting boosting = new Boosting(builder.build(), 1)) {
      return boosting.train(
          new BoostingParameters(TREES, DEPTH, 0.05, 0.5, 0.1, 1, 1, 0, 7), (_, _) -> {});
    }
  }

  @Override
  public String what() {
    return TREES + " trees of depth " + DEPTH + " on " + FEATURES + " features, one thread";
  }

  @Override
  public String unit() {
    return "row";
  }

  @Override
  public long units() {
    return n;
  }

  @Override
  public Floor floor() {
    return new Floor(
        TREES * DEPTH * 2 / 3.0,
        1,
        "2,000 decisions a row of 8 instructions each, four at once at 3 GHz");
  }

  @Override
  public void prepare() {
    try (LibraryModel library = LibraryModel.parse(model.libraryText())) {
      int some = Math.min(n, 10_000);
      long begin = System.nanoTime();
      library.scores(Arrays.copyOf(rows, some * FEATURES), some, 1);
      libraryRowsPerSecond = some / ((System.nanoTime() - begin) / 1e9);
    }
  }

  @Override
  public void run() {
    model.trees().scores(modelRows, n, scores);
  }

  @Override
  public String found() {
    return String.format(
        Locale.ROOT,
        "LightGBM itself, one thread: %,.0f rows/s before this run",
        libraryRowsPerSecond);
  }

  @Override
  public Peer peer() {
    return Peer.python("classify", this::write);
  }

  private List<String> write(Path scratch) throws IOException {
    Path file = scratch.resolve("rows.raw");
    ByteBuffer bytes = ByteBuffer.allocate(4 * rows.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(rows);
    WholeFile.write(file, bytes);
    return List.of(file.toString(), Integer.toString(n));
  }
}
