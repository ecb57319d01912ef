package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.app.json.Json;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.swc.SwcSkeleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Skeletons of the agglomerates of the demo, as a user gets them.
class SkeletonFilesTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    return Commands.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Progress.none()),
        args);
  }

  private String onlyLineOfErrors() {
    List<String> lines = err.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  @Test
  void agglomeratesBecomeFilesAndATable() throws IOException {
    Path place = folder.resolve("demo");
    assertThat(run("demo", place.toString())).as("%s", err).isZero();
    assertThat(run("skeletons", place.toString(), "--json")).as("%s", err).isZero();
    JsonNode said = Json.tree(out.toString(StandardCharsets.UTF_8));
    assertThat(said.get("length_um").asDouble()).isGreaterThan(10);
    Path files = place.resolve("skeletons");
    List<String> rows = Files.readAllLines(files.resolve("lengths.csv"));
    assertThat(rows.getFirst()).isEqualTo("id,nodes,length_um,tips,branch_points,pieces");
    assertThat(rows).hasSize(1 + said.get("skeletons").asInt());
    double sumUm = 0;
    for (String row : rows.subList(1, rows.size())) {
      String[] words = row.split(",", -1);
      SwcSkeleton swc = SwcSkeleton.read(files.resolve(words[0] + ".swc"));
      assertThat(swc.parent()).as(row).hasSize(Integer.parseInt(words[1]));
      assertThat(lengthUm(swc)).as(row).isCloseTo(Double.parseDouble(words[2]), within(0.01));
      sumUm += Double.parseDouble(words[2]);
    }
    assertThat(sumUm).isCloseTo(said.get("length_um").asDouble(), within(0.001 * rows.size()));

    String id = rows.get(1).split(",", -1)[0];
    String alone = folder.resolve("alone").toString();
    assertThat(
            run(
                "skeletons",
                place.toString(),
                "--agglomerates",
                id,
                "--format",
                "nml",
                "--out",
                alone))
        .as("%s", err)
        .isZero();
    assertThat(Files.readString(Path.of(alone, "skeletons.nml")))
        .contains("<experiment name=", "name=\"" + id)
        .contains("<edge source=");
    assertThat(Files.readAllLines(Path.of(alone, "lengths.csv")))
        .containsExactly(rows.get(0), rows.get(1));

    assertThat(run("skeletons", place.toString(), "--agglomerates", "77")).isEqualTo(2);
    assertThat(onlyLineOfErrors()).contains("no agglomerate 77 in " + place);
    assertThat(run("skeletons", place.toString(), "--min-length-um", "-1")).isEqualTo(2);
    assertThat(onlyLineOfErrors()).contains("--min-length-um");
    Files.delete(place.resolve("stages/agglomerate.json"));
    assertThat(run("skeletons", place.toString())).isEqualTo(2);
    assertThat(onlyLineOfErrors()).contains("stage agglomerate is not done");
    assertThat(run("skeletons", folder.toString())).isEqualTo(2);
    assertThat(onlyLineOfErrors()).contains("is not a workspace");
  }

  private static double lengthUm(SwcSkeleton s) {
    double sum = 0;
    for (int i = 0; i < s.parent().length; i++) {
      int p = s.parent()[i];
      if (p >= 0) {
        double dx = s.xNm()[i] - s.xNm()[p];
        double dy = s.yNm()[i] - s.yNm()[p];
        double dz = s.zNm()[i] - s.zNm()[p];
        sum += Math.sqrt(dx * dx + dy * dy + dz * dz) / 1000;
      }
    }
    return sum;
  }
}
