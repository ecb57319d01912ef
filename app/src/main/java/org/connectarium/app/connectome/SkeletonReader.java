package org.connectarium.app.connectome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.graph.connectome.TracedRow;
import org.connectarium.ingest.swc.SwcSkeleton;
import org.connectarium.ingest.volume.BadInputException;

/// Reads SWC files that are named by the ids of their neurons.
final class SkeletonReader {
  private static final String TABLE = "skeletons";
  private static final String ENDING = ".swc";
  private static final double NM_PER_UNIT_OF_SWC = 1000;

  private final IdKind ids;
  private final Problems problems;
  private final Assembly assembly;

  SkeletonReader(IdKind ids, Problems problems, Assembly assembly) {
    this.ids = ids;
    this.problems = problems;
    this.assembly = assembly;
  }

  /// The SWC files of a folder by name.
  ///
  /// @throws BadInputException if there are none
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
      if (files.isEmpty()) {
        throw new BadInputException(folder + " holds no " + ENDING + " files");
      }
      return files;
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new BadInputException(
          folder + " is no folder; name the one that holds the " + ENDING + " files", e);
    }
  }

  void read(Mapping.Skeletons skeletons) throws IOException {
    long number = 0;
    for (Path file : files(skeletons.folder())) {
      number++;
      String name = String.valueOf(file.getFileName());
      String stem = name.substring(0, name.length() - ENDING.length());
      if (ids == IdKind.INTEGER && !stem.matches("-?\\d{1,18}")) {
        problems.add(TABLE, Problem.BAD_ID, file, number, stem + " is no 64-bit integer");
        continue;
      }
      SourceId id =
          ids == IdKind.INTEGER
              ? new SourceId.Whole(Long.parseLong(stem))
              : new SourceId.Word(stem);
      if (assembly.hasNeuron(id) || makes(file, number, id)) {
        assembly.skeleton(traced(id, SwcSkeleton.read(file), skeletons.unitNm()));
      }
    }
  }

  private boolean makes(Path file, long number, SourceId id) {
    Policy policy =
        problems.add(
            TABLE, Problem.UNKNOWN_NEURON, file, number, "neuron " + id + " is in no other table");
    if (policy == Policy.KEEP) {
      assembly.make(id);
    }
    return policy == Policy.KEEP;
  }

  private static TracedRow traced(SourceId id, SwcSkeleton swc, double unitNm) {
    int n = swc.parent().length;
    double scale = unitNm / NM_PER_UNIT_OF_SWC;
    TracedRow row = new TracedRow(id, new float[n], new float[n], new float[n], swc.parent());
    for (int i = 0; i < n; i++) {
      row.xNm()[i] = (float) (swc.xNm()[i] * scale);
      row.yNm()[i] = (float) (swc.yNm()[i] * scale);
      row.zNm()[i] = (float) (swc.zNm()[i] * scale);
    }
    return row;
  }
}
