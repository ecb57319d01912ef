package org.connectarium.app.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.graph.GraphPlace;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.skeleton.LabelSource;
import org.connectarium.reconstruction.skeleton.SkeletonParameters;
import org.connectarium.reconstruction.skeleton.SkeletonTree;
import org.connectarium.reconstruction.skeleton.VolumeSkeletons;

/// Skeletons of the current agglomerates of a workspace. Finished blocks stay in
/// `tables/skeletons-HASH` and are not repeated while agglomerates and parameters are the same.
public final class AgglomerateSkeletons {
  private static final int BLOCK_VOXELS = 256;
  private static final int HASH_BYTES = 16;
  private static final double SHARE_OF_HEAP = 0.75;

  private final Job job;

  /// @param threads to use; fewer are used if the heap does not suffice for all
  public AgglomerateSkeletons(
      Workspace workspace, GraphPlace graph, Dataset dataset, Progress progress, int threads) {
    this.job = new Job(workspace, graph, dataset, progress, threads);
  }

  /// The segments of a box as agglomerates.
  ///
  /// @param segments where they are kept
  /// @param offset of the volume, which boxes count and the segments do not (x, y, z)
  /// @param wanted ids, ascending; empty for all
  @SuppressWarnings("ArrayRecordComponent") // flat arrays for relabelling; never compared
  private record Agglomerates(
      DatasetPlace segments,
      List<Long> offset,
      long[] segmentIds,
      long[] agglomerateIds,
      long[] wanted)
      implements LabelSource {

    @Override
    public long[] labels(Box box) {
      long[] ids =
          segments.open().readLongs(box.translate(-offset.get(0), -offset.get(1), -offset.get(2)));
      long segment = 0;
      long agglomerate = 0;
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] != segment) {
          segment = ids[i];
          int at = Arrays.binarySearch(segmentIds, segment);
          agglomerate = at < 0 ? 0 : agglomerateIds[at];
        }
        ids[i] = agglomerate;
      }
      return ids;
    }

    @Override
    public boolean isWanted(long id) {
      return wanted.length == 0 || Arrays.binarySearch(wanted, id) >= 0;
    }
  }

  /// One tree for each agglomerate, by ascending id; positions in the coordinates of the images.
  ///
  /// @param wanted ids of agglomerates; empty for all
  /// @throws BadInputException if there are no agglomerates yet, or a wanted one is not there
  public List<SkeletonTree> trace(List<Long> wanted, SkeletonParameters parameters)
      throws Exception {
    job.hashOf(Stage.AGGLOMERATE);
    long[] chosen = wanted.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    Membership membership;
    try (WorkspaceGraph graph = job.graph().open()) {
      membership = graph.membership();
    }
    requireThere(membership, chosen);
    List<Long> o = job.offset();
    Agglomerates source =
        new Agglomerates(
            DatasetPlace.of(job.volumes(), Job.SEGMENTS),
            o,
            membership.segmentIds(),
            membership.agglomerateIds(),
            chosen);
    Box volume = job.volume().translate(o.get(0), o.get(1), o.get(2));
    VolumeSkeletons skeletons =
        new VolumeSkeletons(
            volume,
            BLOCK_VOXELS,
            job.dataset().voxelSize(),
            parameters,
            folder(source, parameters).toString());
    long fit = (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory());
    int threads = Math.clamp(fit / skeletons.bytesPerThread(), 1, job.threads());
    try (Progress.Task task = job.progress().begin("skeletons", volume.voxels(), "voxel")) {
      skeletons.run(BlockEngine.threads(threads), source, block -> task.advance(block.voxels()));
    }
    return skeletons.trees();
  }

  private void requireThere(Membership membership, long[] chosen) {
    long[] there = Arrays.stream(membership.agglomerateIds()).sorted().distinct().toArray();
    for (long id : chosen) {
      if (id == 0 || Arrays.binarySearch(there, id) < 0) {
        throw new BadInputException(
            "no agglomerate %d in %s; ids are in the graph: MATCH (a:Agglomerate) RETURN a.id"
                .formatted(id, job.workspace().root()));
      }
    }
  }

  private Path folder(Agglomerates source, SkeletonParameters parameters) throws Exception {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    String what =
        BLOCK_VOXELS
            + " "
            + parameters
            + " "
            + job.hashOf(Stage.SEGMENT)
            + Arrays.toString(source.wanted());
    hash.update(what.getBytes(StandardCharsets.UTF_8));
    ByteBuffer pair = ByteBuffer.allocate(2 * Long.BYTES);
    for (int i = 0; i < source.segmentIds().length; i++) {
      pair.clear().putLong(source.segmentIds()[i]).putLong(source.agglomerateIds()[i]);
      hash.update(pair.array());
    }
    String name = "skeletons-" + HexFormat.of().formatHex(hash.digest(), 0, HASH_BYTES);
    return job.workspace().root().resolve("tables").resolve(name);
  }
}
