package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Simulated cortex without end, a pure function of its seed: any box of it can be asked for alone
/// and has the same bytes whatever was asked for before, in whatever order and by whatever thread.
///
/// - output of [#block]: shape (z, y, x), x fastest; see [TissueBlock]
/// - units: boxes in voxels of the size given with them, all else in nanometres
/// - cost: planning takes under a second per 1,000 µm³, once; painting well under a microsecond per
///   voxel; memory: 25 bytes per voxel of the box, and at most 40 plans of about 4 MB
///
/// Method: space is cut into tiles of 10 µm, each planned as a function of the seed and its place
/// alone (decision record 6, `docs/simulation.md`).
public final class Tissue {
  private static final int PLANS = 40;

  private final long seed;
  private final TissueParameters p;
  private final Landmarks landmarks;
  private final Memo<Tiles.Index, TilePlan> plans;

  /// The tissue of a seed.
  public Tissue(long seed, TissueParameters p) {
    this.seed = seed;
    this.p = p;
    this.landmarks = new Landmarks(seed, p);
    Warp warp = new Warp(seed);
    Lanes lanes = new Lanes(seed, p, landmarks, warp);
    Fill fill = new Fill(seed, p);
    this.plans =
        new Memo<>(
            PLANS, tile -> new TilePlanner(seed, p, lanes, landmarks, warp, fill, tile).plan());
  }

  /// All voxels of a box.
  ///
  /// @param box anywhere, also at negative coordinates
  /// @throws IllegalArgumentException if the box is too large for one array
  public TissueBlock block(Box box, VoxelSize voxelSize) {
    Grid grid = Grid.of(voxelSize);
    if (box.isEmpty()) {
      return TissueBlock.empty(box);
    }
    return new Painter(seed, p, landmarks, grid, scene(box, grid)).paint(box);
  }

  private Scene scene(Box box, Grid grid) {
    Box cells = grid.cells(box);
    double rough = Roughness.largestNm(p);
    double[] low = {
      grid.middleX(cells.x0(), Grid.BRICKS) - 0.5 * grid.cellEdgeX() - rough,
      grid.middleY(cells.y0(), Grid.BRICKS) - 0.5 * grid.cellEdgeY() - rough,
      grid.middleZ(cells.z0(), Grid.BRICKS) - 0.5 * grid.cellEdgeZ() - rough
    };
    double[] high = {
      low[0] + cells.sizeX() * grid.cellEdgeX() + 2 * rough,
      low[1] + cells.sizeY() * grid.cellEdgeY() + 2 * rough,
      low[2] + cells.sizeZ() * grid.cellEdgeZ() + 2 * rough
    };
    List<TilePlan> near = plansNear(box, grid.voxelSize(), Scene.TILE_MARGIN_NM);
    return new Scene(
        near,
        landmarks.somataNear(low, high),
        landmarks.initialSegmentsNear(low, high, InitialSegment.LARGEST_NM + Scene.REACH_NM),
        landmarks.vesselsNear(low, high),
        low,
        high);
  }

  private List<TilePlan> plansNear(Box box, VoxelSize v, double marginNm) {
    List<TilePlan> near = new ArrayList<>();
    for (long z = Tiles.of(box.z0() * v.zNm() - marginNm);
        z <= Tiles.of((box.z1() - 1) * v.zNm() + marginNm);
        z++) {
      for (long y = Tiles.of(box.y0() * v.yNm() - marginNm);
          y <= Tiles.of((box.y1() - 1) * v.yNm() + marginNm);
          y++) {
        for (long x = Tiles.of(box.x0() * v.xNm() - marginNm);
            x <= Tiles.of((box.x1() - 1) * v.xNm() + marginNm);
            x++) {
          near.add(plans.get(new Tiles.Index(x, y, z)));
        }
      }
    }
    return near;
  }

  /// The cells that reach a box, in the order of their ids; among them all that have a voxel in it,
  /// and perhaps a few that only come within 0.5 µm of it.
  public List<Neurite> neurites(Box box, VoxelSize voxelSize) {
    if (box.isEmpty()) {
      return List.of();
    }
    Map<Long, Neurite> found = new java.util.TreeMap<>();
    Scene scene = scene(box, Grid.of(voxelSize));
    for (int i = 0; i < scene.balls.n; i++) {
      Neurite cell = scene.cells.get(scene.balls.object[i]);
      found.put(cell.id(), cell);
    }
    landmarks.lumenOf(found);
    landmarks.astrocytesNear(box, voxelSize, found);
    return List.copyOf(found.values());
  }

  /// The synapses whose middle lies in a box: in the voxel that a position is nearest to.
  public List<SynapseTruth> synapses(Box box, VoxelSize voxelSize) {
    if (box.isEmpty()) {
      return List.of();
    }
    return plansNear(box, voxelSize, Warp.AMPLITUDE_NM + Roughness.largestNm(p) + 50).stream()
        .flatMap(plan -> plan.synapses().stream())
        .filter(s -> holds(box, voxelSize, s.xNm(), s.yNm(), s.zNm()))
        .toList();
  }

  static boolean holds(Box box, VoxelSize v, double xNm, double yNm, double zNm) {
    return box.contains(
        Math.round(xNm / v.xNm()), Math.round(yNm / v.yNm()), Math.round(zNm / v.zNm()));
  }

  /// The middle lines of the neurites in a box, cut to it, one entry for each neurite.
  public List<Skeleton> skeletons(Box box, VoxelSize voxelSize) {
    if (box.isEmpty()) {
      return List.of();
    }
    Map<Long, Threads> found = new LinkedHashMap<>();
    for (TilePlan plan :
        plansNear(box, voxelSize, Warp.AMPLITUDE_NM + Roughness.largestNm(p) + 50)) {
      Threads.collect(plan, box, voxelSize, found);
    }
    double[] low = {
      box.x0() * voxelSize.xNm(), box.y0() * voxelSize.yNm(), box.z0() * voxelSize.zNm()
    };
    double[] high = {
      box.x1() * voxelSize.xNm(), box.y1() * voxelSize.yNm(), box.z1() * voxelSize.zNm()
    };
    double voxelNm = Math.max(voxelSize.xNm(), Math.max(voxelSize.yNm(), voxelSize.zNm()));
    for (InitialSegment s : landmarks.initialSegmentsNear(low, high, voxelNm)) {
      Threads.collect(s.soma().id(), s.strand(), box, voxelSize, found);
    }
    return found.values().stream()
        .map(Threads::skeleton)
        .filter(s -> s.parent().length > 0)
        .toList();
  }
}
