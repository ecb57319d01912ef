package org.connectarium.ingest.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.microscope.Micrograph;
import org.connectarium.ingest.tissue.Material;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.SynapseTruth;
import org.connectarium.ingest.volume.VoxelSize;

/// The label volumes that follow from cells, materials and synapses: types, masks,
/// membranes, clefts.
final class VoxelTruth {
  /// Meaning of the numbers in the volume `types`, from 0.
  static final List<String> TYPES =
      List.of("unknown", "axon", "dendrite", "spine_head", "soma", "glia", "vessel");

  /// Meaning of the numbers in the volume `masks`, from 0.
  static final List<String> MASKS = List.of("none", "vessel", "nucleus", "myelin");

  private static final byte SPINE_HEAD = 3;

  private VoxelTruth() {}

  /// Number → name.
  static Map<String, String> legend(List<String> names) {
    Map<String, String> legend = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      legend.put(String.valueOf(i), names.get(i));
    }
    return legend;
  }

  static byte type(Neurite.Kind kind) {
    return switch (kind) {
      case AXON -> 1;
      case DENDRITE -> 2;
      case SOMA -> 4;
      case GLIA -> 5;
      case VESSEL -> 6;
    };
  }

  static byte[] types(Micrograph image, Map<Long, Byte> typeOfNeurite) {
    byte[] types = new byte[image.neurite().length];
    long last = 0;
    byte type = 0;
    for (int i = 0; i < types.length; i++) {
      long id = image.neurite()[i];
      if (id != last) {
        last = id;
        type = typeOfNeurite.getOrDefault(id, (byte) 0);
      }
      types[i] = image.spine()[i] ? SPINE_HEAD : type;
    }
    return types;
  }

  static byte[] masks(byte[] material) {
    byte[] ofMaterial = new byte[Material.values().length];
    for (Material m : Material.values()) {
      ofMaterial[m.code()] =
          switch (m) {
            case VESSEL_LUMEN, ENDOTHELIUM -> 1;
            case NUCLEUS, NUCLEAR_ENVELOPE -> 2;
            case MYELIN -> 3;
            default -> 0;
          };
    }
    byte[] masks = new byte[material.length];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = ofMaterial[material[i]];
    }
    return masks;
  }

  /// 1 where two cells meet: their membranes and the gap between them, else 0.
  static byte[] membranes(byte[] material) {
    byte[] membranes = new byte[material.length];
    byte membrane = Material.MEMBRANE.code();
    byte gap = Material.EXTRACELLULAR.code();
    byte cleft = Material.CLEFT.code();
    for (int i = 0; i < membranes.length; i++) {
      byte m = material[i];
      membranes[i] = (byte) (m == membrane || m == gap || m == cleft ? 1 : 0);
    }
    return membranes;
  }

  /// Each voxel of a cleft gets the nearest synapse of the cell it belongs to.
  ///
  /// @param synapses in the coordinates of the image
  static long[] clefts(Micrograph image, List<SynapseTruth> synapses, VoxelSize voxelSize) {
    long[] clefts = new long[image.neurite().length];
    byte cleft = Material.CLEFT.code();
    int sizeX = (int) image.box().sizeX();
    int sizeY = (int) image.box().sizeY();
    for (int i = 0; i < clefts.length; i++) {
      if (image.material()[i] == cleft) {
        double x = (image.box().x0() + i % sizeX) * voxelSize.xNm();
        double y = (image.box().y0() + i / sizeX % sizeY) * voxelSize.yNm();
        double z = (image.box().z0() + i / sizeX / sizeY) * voxelSize.zNm();
        clefts[i] = nearest(synapses, image.neurite()[i], x, y, z);
      }
    }
    return clefts;
  }

  private static long nearest(
      List<SynapseTruth> synapses, long neurite, double xNm, double yNm, double zNm) {
    double least = Double.MAX_VALUE;
    long id = 0;
    for (SynapseTruth s : synapses) {
      if (s.preId() == neurite || s.postId() == neurite) {
        double d = Math.hypot(Math.hypot(s.xNm() - xNm, s.yNm() - yNm), s.zNm() - zNm);
        if (d < least) {
          least = d;
          id = s.id();
        }
      }
    }
    return id;
  }
}
