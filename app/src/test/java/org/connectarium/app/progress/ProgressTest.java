package org.connectarium.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong();

  @Test
  void showsPartRateAndTimeLeft() {
    ProgressLine line = new ProgressLine("segment", 8_000_000, "voxel");
    assertThat(line.at(2_000_000, 4 * SECOND))
        .isEqualTo("segment      ██████░░░░░░░░░░░░░░░░░░  25 %  500 kvoxel/s  12 s left");
  }

  @Test
  void neverShowsMoreThanAll() {
    assertThat(new ProgressLine("x", 10, "row").at(20, SECOND)).contains("100 %", "0.0 s left");
  }

  @Test
  void scalesNumbersToThreeDigits() {
    assertThat(ProgressLine.scaled(2_312_345)).isEqualTo("2.31 M");
    assertThat(ProgressLine.scaled(999.7)).isEqualTo("1.00 k");
    assertThat(ProgressLine.scaled(84)).isEqualTo("84 ");
    assertThat(ProgressLine.time(3725)).isEqualTo("1:02:05");
  }

  @Test
  void elsewhereThanOnATerminalWritesPlainLinesAndFewOfThem() {
    Progress progress = new ShownProgress(err, false, clock::get);
    try (Progress.Task task = progress.begin("load", 100, "row")) {
      for (int i = 0; i < 100; i++) {
        clock.addAndGet(SECOND);
        task.advance(1);
      }
    }
    assertThat(text().lines()).hasSize(1 + 3 + 1);
    assertThat(text()).doesNotContain("\r", "\u001b").endsWith("done in 1:40, 1 row/s\n");
  }

  @Test
  void onATerminalRedrawsOneLineAtMostTenTimesASecond() {
    Progress progress = new ShownProgress(err, true, clock::get);
    try (Progress.Task task = progress.begin("load", 1000, "row")) {
      for (int i = 0; i < 1000; i++) {
        clock.addAndGet(SECOND / 1000);
        task.advance(1);
      }
    }
    assertThat(text().lines().count()).isLessThanOrEqualTo(13);
    assertThat(text().chars().filter(c -> c == '\n').count()).isEqualTo(1);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
