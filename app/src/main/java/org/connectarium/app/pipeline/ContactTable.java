package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.classification.SynapseTruth;
import org.jspecify.annotations.Nullable;

/// A table of contacts that people have labelled, `docs/formats/contacts.md`: what each line says,
/// before it is looked for in a segmentation.
///
/// @param file it was read from
/// @param rows in the order of the file
record ContactTable(Path file, List<Row> rows) {
  private static final List<String> AXES = List.of("x", "y", "z");

  /// A position in voxels of the image, not yet of the imported volume.
  record Position(double x, double y, double z) {}

  /// One side of a contact: a segment, or a point in it.
  sealed interface Side {
    record Segment(long id) implements Side {}

    record Inside(Position at) implements Side {}
  }

  /// One line.
  ///
  /// @param line its number in the file, from 1
  /// @param point at the contact
  /// @param a one side; there are both sides or none
  /// @param b the other side
  /// @param same whether both are one cell; empty = not said
  /// @param synapse none, or from a to b or back; empty = not said
  record Row(
      int line,
      Optional<Position> point,
      Optional<Side> a,
      Optional<Side> b,
      Optional<Boolean> same,
      Optional<SynapseTruth.Answer> synapse) {}

  /// Reads a table.
  ///
  /// @throws BadInputException if a column is missing, or a line does not say what it must, with
  ///     its number
  static ContactTable read(Path file, VoxelSize voxelSize) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot read " + file + " of truthContacts: " + WholeFile.reason(e), e);
    }
    List<String> head = lines.isEmpty() ? List.of() : cells(lines.getFirst());
    checkHead(file, head);
    List<Row> rows = new ArrayList<>();
    for (int n = 1; n < lines.size(); n++) {
      if (!lines.get(n).isBlank()) {
        try {
          rows.add(new Line(head, cells(lines.get(n)), n + 1, voxelSize).row());
        } catch (IllegalArgumentException e) {
          throw bad(file, n + 1, String.valueOf(e.getMessage()), e);
        }
      }
    }
    if (rows.isEmpty()) {
      throw new BadInputException(file + " has no contacts below its head line");
    }
    return new ContactTable(file, rows);
  }

  private static List<String> cells(String line) {
    return List.of(line.split(",", -1)).stream().map(String::strip).toList();
  }

  private static void checkHead(Path file, List<String> head) {
    boolean hasPlace =
        Line.has(head, "", "nm") || Line.has(head, "", "voxel") || Line.hasSides(head);
    if (!hasPlace) {
      throw bad(
          file,
          1,
          "no columns say which contact is meant; give x_nm,y_nm,z_nm (or _voxel), or"
              + " segment_a,segment_b, or a_x_nm … b_z_nm; the head line is "
              + String.join(",", head),
          null);
    }
    if (!head.contains("same") && !head.contains("synapse")) {
      throw bad(
          file,
          1,
          "a column \"same\" or \"synapse\" is missing; the head line is " + String.join(",", head),
          null);
    }
  }

  /// An error in a line.
  BadInputException bad(int line, String what) {
    return bad(file, line, what, null);
  }

  private static BadInputException bad(
      Path file, int line, String what, @Nullable Throwable cause) {
    String text = "%s, line %d: %s".formatted(file, line, what);
    return cause == null ? new BadInputException(text) : new BadInputException(text, cause);
  }

  /// The cells of a line by the names of their columns.
  private record Line(List<String> head, List<String> cells, int number, VoxelSize voxelSize) {
    Line {
      if (cells.size() != head.size()) {
        throw new IllegalArgumentException(
            cells.size() + " values for " + head.size() + " columns");
      }
    }

    static boolean has(List<String> head, String prefix, String unit) {
      return AXES.stream().allMatch(axis -> head.contains(prefix + axis + "_" + unit));
    }

    static boolean hasSides(List<String> head) {
      return List.of("a", "b").stream()
          .allMatch(
              side ->
                  head.contains("segment_" + side)
                      || has(head, side + "_", "nm")
                      || has(head, side + "_", "voxel"));
    }

    Row row() {
      Optional<Position> point = position("");
      Optional<Side> a = side("a");
      Optional<Side> b = side("b");
      if (a.isPresent() != b.isPresent()) {
        throw new IllegalArgumentException(
            "side " + (a.isPresent() ? "b" : "a") + " is missing; give both sides or none");
      }
      if (point.isEmpty() && a.isEmpty()) {
        throw new IllegalArgumentException("nothing says which contact is meant");
      }
      Optional<Boolean> same = same();
      Optional<SynapseTruth.Answer> synapse = synapse();
      if (same.isEmpty() && synapse.isEmpty()) {
        throw new IllegalArgumentException("no label; fill in \"same\" or \"synapse\"");
      }
      if (synapse.isPresent() && synapse.get() != SynapseTruth.Answer.NONE) {
        if (a.isEmpty()) {
          throw new IllegalArgumentException(
              "a synapse has a direction; name its sides by segment_a and segment_b, or by points in"
                  + " them");
        }
        if (same.orElse(false)) {
          throw new IllegalArgumentException("both sides are the same cell, but it is a synapse");
        }
      }
      return new Row(number, point, a, b, same, synapse);
    }

    private String text(String column) {
      int at = head.indexOf(column);
      return at < 0 ? "" : cells.get(at);
    }

    private Optional<Side> side(String side) {
      String id = text("segment_" + side);
      if (!id.isEmpty()) {
        try {
          return Optional.of(new Side.Segment(Long.parseLong(id)));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException("\"" + id + "\" is no id of a segment", e);
        }
      }
      return position(side + "_").map(Side.Inside::new);
    }

    private Optional<Position> position(String prefix) {
      Optional<Position> nm = position(prefix, "nm", voxelSize);
      return nm.isPresent() ? nm : position(prefix, "voxel", new VoxelSize(1, 1, 1));
    }

    private Optional<Position> position(String prefix, String unit, VoxelSize edge) {
      List<OptionalDouble> xyz =
          AXES.stream().map(axis -> number(prefix + axis + "_" + unit)).toList();
      long given = xyz.stream().filter(OptionalDouble::isPresent).count();
      if (given == 0) {
        return Optional.empty();
      }
      if (given < AXES.size()) {
        throw new IllegalArgumentException(
            "of " + prefix + "x, y, z in " + unit + " only " + given + " are given");
      }
      return Optional.of(
          new Position(
              xyz.get(0).getAsDouble() / edge.xNm(),
              xyz.get(1).getAsDouble() / edge.yNm(),
              xyz.get(2).getAsDouble() / edge.zNm()));
    }

    private OptionalDouble number(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return OptionalDouble.empty();
      }
      try {
        double value = Double.parseDouble(text);
        if (Double.isFinite(value)) {
          return OptionalDouble.of(value);
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(column + " is \"" + text + "\", no number", e);
      }
      throw new IllegalArgumentException(column + " is " + text);
    }

    private Optional<Boolean> same() {
      String text = text("same");
      return switch (text) {
        case "" -> Optional.empty();
        case "yes" -> Optional.of(true);
        case "no" -> Optional.of(false);
        default ->
            throw new IllegalArgumentException(
                "same is \"" + text + "\"; write yes, no or nothing");
      };
    }

    private Optional<SynapseTruth.Answer> synapse() {
      String text = text("synapse");
      return switch (text) {
        case "" -> Optional.empty();
        case "none" -> Optional.of(SynapseTruth.Answer.NONE);
        case "forward" -> Optional.of(SynapseTruth.Answer.FORWARD);
        case "backward" -> Optional.of(SynapseTruth.Answer.REVERSE);
        default ->
            throw new IllegalArgumentException(
                "synapse is \""
                    + text
                    + "\"; write none, forward (a to b), backward (b to a) or"
                    + " nothing");
      };
    }
  }
}
