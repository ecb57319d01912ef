package org.connectarium.ingest.n5;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LazyImageTest {
  private static final int[] SIZE = {13, 9, 7};

  @TempDir Path folder;

  private N5Dataset positions() {
    N5Dataset dataset =
        N5Container.openOrCreate(folder.resolve("c.n5"))
            .createDataset(
                "p",
                DatasetSpec.of(
                    new long[] {13, 9, 7},
                    new int[] {4, 5, 3},
                    DataType.UINT16,
                    new Compression.Raw()));
    short[] values = new short[13 * 9 * 7];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (60_000 + i);
    }
    dataset.write(new long[3], SIZE, values);
    return dataset;
  }

  @Test
  void showsTheValuesOfTheBlocks() {
    RandomAccessibleInterval<UnsignedShortType> image = positions().image(new BlockCache(1 << 20));

    assertThat(image.dimensionsAsLongArray()).containsExactly(13, 9, 7);
    int i = 0;
    for (UnsignedShortType value : Views.flatIterable(image)) {
      assertThat(value.get()).isEqualTo(60_000 + i++);
    }
    assertThat(image.getAt(2, 3, 4).get()).isEqualTo(60_000 + (4 * 9 + 3) * 13 + 2);
  }

  @Test
  void staysWithinItsMemoryWhileManyThreadsRead() throws Exception {
    long maxBytes = 2_000; // a block is at most 120 bytes, the volume 1,638
    BlockCache cache = new BlockCache(maxBytes);
    RandomAccessibleInterval<UnsignedShortType> image = positions().image(cache);
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      tasks.add(
          () -> {
            long sum = 0;
            for (UnsignedShortType value : Views.flatIterable(image)) {
              sum += value.get();
            }
            return sum;
          });
    }
    long n = 13 * 9 * 7;
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var sum : pool.invokeAll(tasks)) {
        assertThat(sum.get()).isEqualTo(60_000 * n + n * (n - 1) / 2);
      }
    }
    assertThat(cache.bytes()).isPositive().isLessThanOrEqualTo(maxBytes);
  }

  @Test
  void missingBlocksShowZeros() {
    N5Dataset dataset =
        N5Container.openOrCreate(folder.resolve("c.n5"))
            .createDataset(
                "empty",
                DatasetSpec.of(
                    new long[] {5, 5}, new int[] {4, 4}, DataType.FLOAT32, new Compression.Raw()));
    RandomAccessibleInterval<FloatType> image = dataset.image(new BlockCache(1 << 20));
    assertThat(image.getAt(4, 4).get()).isEqualTo(0f);
  }
}
