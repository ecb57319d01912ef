package org.connectarium.app.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.texture.Textures;

/// Texture channels of one block, one thread. Its voxels are shades and noise; only the entropy
/// takes longer or shorter with what the image shows. Voxels of the core are counted, those of the
/// margin are not; programs of others get the core alone and mirror it.
final class TexturesWorkload implements Workload {
  /// A core of 256 voxels an edge holds 19 channels of 64 MiB.
  private static final int LARGEST_EDGE = 256;

  private static final int SEED = 11;
  private static final VoxelSize ISOTROPIC = new VoxelSize(10, 10, 10);
  private static final VoxelSize FOCUSEM = new VoxelSize(11.24, 11.24, 28);

  private final VoxelSize voxel;
  private final String wantedNames;
  private final Floor floor;
  private final String peerTask;
  private final Textures textures;
  private final BitSet wanted = new BitSet();
  private final int edge;
  private final int[] shape = new int[3];
  private final float[] wide;
  private double sum;

  private TexturesWorkload(
      Setting setting, VoxelSize voxel, String wantedNames, Floor floor, String peerTask) {
    this.voxel = voxel;
    this.wantedNames = wantedNames;
    this.floor = floor;
    this.peerTask = peerTask;
    textures = Textures.of(voxel);
    for (int i = 0; i < Textures.CHANNELS; i++) {
      wanted.set(i, Textures.names().get(i).startsWith(wantedNames));
    }
    edge = Math.min(setting.size().edge(), LARGEST_EDGE);
    int[] margin = textures.margin();
    for (int axis = 0; axis < 3; axis++) {
      shape[axis] = edge + 2 * margin[axis];
    }
    wide = image();
  }

  /// All channels in isotropic voxels.
  static Workload all(Setting setting) {
    return new TexturesWorkload(
        setting,
        ISOTROPIC,
        "",
        new Floor(70, 1, "1,500 multiply-adds and 2,000 loads a voxel at 16 a cycle, and entropy"),
        "textures");
  }

  /// All channels in thick sections.
  static Workload thick(Setting setting) {
    return new TexturesWorkload(
        setting,
        FOCUSEM,
        "",
        new Floor(60, 1, "1,100 multiply-adds and 1,500 loads a voxel at 16 a cycle, and entropy"),
        "textures");
  }

  /// A Gaussian of 36 nm.
  static Workload gaussian(Setting setting) {
    return one(setting, "gaussian(3s)", 1.2, "57 loads a voxel at 16 a cycle", "gaussian");
  }

  /// Eigenvalues of the Hessian at 12 nm.
  static Workload hessian(Setting setting) {
    return one(setting, "hessian(s)", 10, "70 loads, 100 operations in double", "hessian");
  }

  /// Eigenvalues of the structure tensor at 12 nm.
  static Workload structure(Setting setting) {
    return one(setting, "structure(s,s)", 16, "168 loads, 100 operations in double", "structure");
  }

  /// Entropy.
  static Workload entropy(Setting setting) {
    return one(setting, "entropy(5)", 20, "50 updates of a histogram, one a cycle", "entropy");
  }

  private static Workload one(
      Setting setting, String name, double nanos, String reason, String peer) {
    return new TexturesWorkload(setting, ISOTROPIC, name, new Floor(nanos, 1, reason), peer);
  }

  private float[] image() {
    float[] out = new float[shape[0] * shape[1] * shape[2]];
    Random random = new Random(SEED);
    for (int i = 0; i < out.length; i++) {
      int x = i % shape[2];
      int y = i / shape[2] % shape[1];
      int z = i / shape[2] / shape[1];
      double shade = 120 + 60 * Math.sin(0.3 * x + 0.1 * z) * Math.cos(0.2 * y);
      out[i] = (float) Math.rint(Math.clamp(shade + 20 * random.nextGaussian(), 0, 255));
    }
    return out;
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "%s texture channels%s, %d³ voxels of %s × %s × %s nm, one thread",
        wanted.cardinality(),
        wantedNames.isEmpty() ? "" : " " + wantedNames,
        edge,
        voxel.xNm(),
        voxel.yNm(),
        voxel.zNm());
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return (long) edge * edge * edge;
  }

  @Override
  public Floor floor() {
    return floor;
  }

  @Override
  public void run() {
    sum = 0;
    textures.compute(wide, shape, wanted, (_, core) -> sum += core[core.length / 2]);
  }

  @Override
  public String found() {
    return String.format(Locale.ROOT, "sum of the channels in the middle %.3f", sum);
  }

  @Override
  public Peer peer() {
    return Peer.python("texture-" + peerTask, this::writeCore);
  }

  private List<String> writeCore(Path scratch) throws IOException {
    int[] margin = textures.margin();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(Float.BYTES * units())).order(ByteOrder.LITTLE_ENDIAN);
    for (int z = 0; z < edge; z++) {
      for (int y = 0; y < edge; y++) {
        int row = ((z + margin[0]) * shape[1] + y + margin[1]) * shape[2] + margin[2];
        for (int x = 0; x < edge; x++) {
          bytes.putFloat(wide[row + x]);
        }
      }
    }
    Path file = scratch.resolve("image.raw");
    WholeFile.write(file, bytes.flip());
    return List.of(
        file.toString(),
        Integer.toString(edge),
        Double.toString(voxel.zNm()),
        Double.toString(voxel.xNm()));
  }
}
