package org.connectarium.ingest.simulation;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.tissue.CellClass;
import org.connectarium.ingest.tissue.Material;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.tissue.TissueBlock;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// Straight cells of 300 nm along x, next to each other along y: an axon (even), a dendrite (odd).
/// Every micrometre along x the axon has a synapse onto the dendrite above it.
final class BeadTissue implements KnownTissue {
  static final double WIDTH_NM = 300;
  static final double SPACING_NM = 1000;
  static final long FIRST_ID = (1L << 52) + 100;

  static long idAt(double yNm) {
    return FIRST_ID + (long) Math.floor(yNm / WIDTH_NM);
  }

  private static boolean isAxon(long id) {
    return (id - FIRST_ID) % 2 == 0;
  }

  @Override
  public TissueBlock block(Box box, VoxelSize v) {
    TissueBlock block = TissueBlock.empty(box);
    int i = 0;
    for (long z = box.z0(); z < box.z1(); z++) {
      for (long y = box.y0(); y < box.y1(); y++) {
        for (long x = box.x0(); x < box.x1(); x++, i++) {
          double yNm = y * v.yNm();
          double face = yNm / WIDTH_NM - Math.rint(yNm / WIDTH_NM);
          block.neurite()[i] = idAt(yNm);
          block.membraneNm()[i] = (float) Math.abs(face * WIDTH_NM);
          block.material()[i] = material(x * v.xNm(), yNm, block.membraneNm()[i]).code();
        }
      }
    }
    return block;
  }

  private static Material material(double xNm, double yNm, float faceNm) {
    boolean axonBelow = isAxon(idAt(yNm - WIDTH_NM / 2));
    double along = Math.abs(xNm - SPACING_NM * Math.rint(xNm / SPACING_NM));
    if (faceNm < 12 && axonBelow && along < 150) {
      return Material.CLEFT;
    }
    return isAxon(idAt(yNm)) ? Material.AXON_CYTOPLASM : Material.DENDRITE_CYTOPLASM;
  }

  @Override
  public List<Neurite> neurites(Box box, VoxelSize v) {
    List<Neurite> all = new ArrayList<>();
    for (long id = idAt(box.y0() * v.yNm()); id <= idAt((box.y1() - 1) * v.yNm()); id++) {
      Neurite.Kind kind = isAxon(id) ? Neurite.Kind.AXON : Neurite.Kind.DENDRITE;
      all.add(new Neurite(id, kind, CellClass.SPINY, 150, false));
    }
    return all;
  }

  @Override
  public List<SynapseTruth> synapses(Box box, VoxelSize v) {
    List<SynapseTruth> all = new ArrayList<>();
    for (Neurite n : neurites(box, v)) {
      double yNm = (n.id() - FIRST_ID + 1) * WIDTH_NM;
      long first = (long) Math.ceil(box.x0() * v.xNm() / SPACING_NM);
      for (long k = first;
          n.kind() == Neurite.Kind.AXON && k * SPACING_NM < box.x1() * v.xNm();
          k++) {
        all.add(
            new SynapseTruth(
                n.id() * 1000 + k,
                n.id(),
                n.id() + 1,
                SynapseTruth.Kind.SHAFT,
                k * SPACING_NM,
                yNm,
                100,
                0.25,
                SynapseTruth.PairKind.NONE));
      }
    }
    return all;
  }

  @Override
  public List<Skeleton> skeletons(Box box, VoxelSize v) {
    List<Skeleton> all = new ArrayList<>();
    for (Neurite n : neurites(box, v)) {
      double y = (n.id() - FIRST_ID + 0.5) * WIDTH_NM;
      // the second node is the root: children may come first in memory
      all.add(
          new Skeleton(
              n.id(),
              new double[] {900, 500, 100, -5000},
              new double[] {y, y, y, y},
              new double[] {100, 100, 100, 100},
              new float[] {140, 150, 160, 150},
              new int[] {1, -1, 1, 2}));
    }
    return all;
  }
}
