package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.graph.procedure.NmBox;
import org.connectarium.graph.truth.SkeletonRow;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.nml.NmlSkeletons;
import org.connectarium.ingest.nml.NmlTree;
import org.connectarium.ingest.swc.SwcSkeleton;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// The skeletons of a dataset, cut at a box, with the segment at each node: that of the voxel whose
/// centre is nearest. Memory: one block of voxels and 40 bytes per node.
final class TruthSkeletons {
  private static final String ENDING = ".swc";
  private static final String NML = ".nml";
  /* Trees of one cell that does not hang together, as `simulate` names them. */
  private static final String PART = " part \\d+";
  private static final int BLOCK = 256;

  private final Job job;
  private final Box box;

  /// @param box in voxels of the imported volume
  TruthSkeletons(Job job, Box box) {
    this.job = job;
    this.box = box;
  }

  /// The files: one NML, or those of a folder, one per cell, by name.
  ///
  /// @throws BadInputException if there are none, or one of a folder is not named by the id of a
  ///     cell
  static List<Path> files(Path place) {
    if (isNml(place)) {
      return List.of(place);
    }
    try (Stream<Path> all = Files.list(place)) {
      List<Path> files = all.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
      if (files.isEmpty()) {
        throw new BadInputException(
            "No skeletons ID" + ENDING + " in the folder " + place + " of truthSkeletons");
      }
      files.forEach(TruthSkeletons::id);
      return files;
    } catch (IOException e) {
      throw new BadInputException("Cannot read the folder of truthSkeletons: " + place, e);
    }
  }

  /// Refuses files that cannot be read as skeletons, as far as names and an NML tell.
  static void check(Path place) {
    if (isNml(place)) {
      cells(place);
    } else {
      files(place);
    }
  }

  private static boolean isNml(Path place) {
    return place.toString().endsWith(NML);
  }

  /* Trees by their cells: those of one name, but for the number of a part, are one. */
  private static Map<String, List<NmlTree>> cells(Path file) {
    Map<String, List<NmlTree>> cells = new LinkedHashMap<>();
    int nameless = 0;
    for (NmlTree tree : NmlSkeletons.read(file)) {
      String name = tree.name().replaceFirst(PART + "$", "");
      String cell = name.isBlank() ? " " + nameless++ : name;
      cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(tree);
    }
    if (cells.isEmpty()) {
      throw new BadInputException(file + " of truthSkeletons has no nodes");
    }
    return cells;
  }

  /// What changes when the files do.
  static String fingerprint(Path folder) throws IOException {
    long bytes = 0;
    long newest = 0;
    List<Path> files = files(folder);
    for (Path file : files) {
      bytes += Files.size(file);
      newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
    }
    return files.size() + " files, " + bytes + " bytes, " + newest;
  }

  /// Those with a node in the box.
  List<SkeletonRow> rows() {
    Path place = job.dataset().truthSkeletons().orElseThrow();
    List<SkeletonRow> rows = new ArrayList<>();
    for (SkeletonRow whole : isNml(place) ? traced(place) : written(place)) {
      SkeletonRow inside = whole.inside(boxNm());
      if (inside.nodes() > 0) {
        rows.add(inside);
      }
    }
    lookUp(rows);
    return rows;
  }

  private static List<SkeletonRow> written(Path folder) {
    List<SkeletonRow> rows = new ArrayList<>();
    for (Path file : files(folder)) {
      SwcSkeleton s = SwcSkeleton.read(file);
      rows.add(
          new SkeletonRow(
              id(file),
              floats(s.xNm()),
              floats(s.yNm()),
              floats(s.zNm()),
              s.parent(),
              new long[s.parent().length]));
    }
    return rows;
  }

  /* Cells that are named by ids have these, if all are; else they are numbered. */
  private static List<SkeletonRow> traced(Path file) {
    Map<String, List<NmlTree>> cells = cells(file);
    boolean haveIds = cells.keySet().stream().allMatch(name -> name.matches("[1-9]\\d{0,17}"));
    List<SkeletonRow> rows = new ArrayList<>();
    cells.forEach(
        (name, trees) ->
            rows.add(together(haveIds ? Long.parseLong(name) : rows.size() + 1L, trees)));
    return rows;
  }

  private static SkeletonRow together(long id, List<NmlTree> trees) {
    int n = trees.stream().mapToInt(t -> t.parent().length).sum();
    SkeletonRow all =
        new SkeletonRow(id, new float[n], new float[n], new float[n], roots(n), new long[n]);
    int at = 0;
    for (NmlTree tree : trees) {
      for (int i = 0; i < tree.parent().length; i++) {
        all.xNm()[at + i] = (float) tree.xNm()[i];
        all.yNm()[at + i] = (float) tree.yNm()[i];
        all.zNm()[at + i] = (float) tree.zNm()[i];
        all.parent()[at + i] = tree.parent()[i] < 0 ? -1 : at + tree.parent()[i];
      }
      at += tree.parent().length;
    }
    return all;
  }

  private static int[] roots(int nodes) {
    int[] parent = new int[nodes];
    Arrays.fill(parent, -1);
    return parent;
  }

  /* Blocks are read once each: nodes are taken in the order of their blocks. */
  private void lookUp(List<SkeletonRow> rows) {
    List<Box> blocks = box.blocks(BLOCK, BLOCK, BLOCK);
    int[] first = new int[rows.size() + 1];
    for (int r = 0; r < rows.size(); r++) {
      first[r + 1] = first[r] + rows.get(r).nodes();
    }
    long[] byBlock = new long[first[rows.size()]];
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < rows.get(r).nodes(); i++) {
        byBlock[first[r] + i] = block(voxel(rows.get(r), i)) << 32 | (first[r] + i);
      }
    }
    Arrays.sort(byBlock);
    N5Dataset segments = job.volumes().dataset(Job.SEGMENTS);
    long[] ids = {};
    for (int k = 0; k < byBlock.length; k++) {
      int b = (int) (byBlock[k] >>> 32);
      Box block = blocks.get(b);
      if (k == 0 || (int) (byBlock[k - 1] >>> 32) != b) {
        ids = segments.readLongs(block);
      }
      int node = (int) byBlock[k];
      int at = Arrays.binarySearch(first, node);
      int r = at < 0 ? -at - 2 : at;
      SkeletonRow row = rows.get(r);
      long[] v = voxel(row, node - first[r]);
      row.segmentIds()[node - first[r]] =
          ids[
              (int)
                  (((v[2] - block.z0()) * block.sizeY() + v[1] - block.y0()) * block.sizeX()
                      + v[0]
                      - block.x0())];
    }
  }

  private long block(long[] voxel) {
    long columns = (box.sizeX() + BLOCK - 1) / BLOCK;
    long lines = (box.sizeY() + BLOCK - 1) / BLOCK;
    return ((voxel[2] - box.z0()) / BLOCK * lines + (voxel[1] - box.y0()) / BLOCK) * columns
        + (voxel[0] - box.x0()) / BLOCK;
  }

  /* x, y, z in the imported volume. */
  private long[] voxel(SkeletonRow row, int node) {
    VoxelSize nm = job.dataset().voxelSize();
    List<Long> o = job.offset();
    return new long[] {
      Math.clamp(Math.round(row.xNm()[node] / nm.xNm()) - o.get(0), box.x0(), box.x1() - 1),
      Math.clamp(Math.round(row.yNm()[node] / nm.yNm()) - o.get(1), box.y0(), box.y1() - 1),
      Math.clamp(Math.round(row.zNm()[node] / nm.zNm()) - o.get(2), box.z0(), box.z1() - 1)
    };
  }

  /* Voxels reach half a voxel to each side of their centres. */
  private NmBox boxNm() {
    VoxelSize nm = job.dataset().voxelSize();
    List<Long> o = job.offset();
    Box b = box.translate(o.get(0), o.get(1), o.get(2));
    return new NmBox(
        (b.x0() - 0.5) * nm.xNm(),
        (b.y0() - 0.5) * nm.yNm(),
        (b.z0() - 0.5) * nm.zNm(),
        (b.x1() - 0.5) * nm.xNm(),
        (b.y1() - 0.5) * nm.yNm(),
        (b.z1() - 0.5) * nm.zNm());
  }

  private static long id(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
    } catch (NumberFormatException e) {
      throw new BadInputException(
          file + " must be named by the id of its cell, such as 12" + ENDING, e);
    }
  }

  private static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
