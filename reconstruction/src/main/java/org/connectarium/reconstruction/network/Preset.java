package org.connectarium.reconstruction.network;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.volume.VoxelSize;

/// The networks that can be trained by name.
public enum Preset {
  /// Isotropic 3D U-Net with affinities, for FIB-SEM stacks.
  FIBSEM_UNET,
  /// Deep U-Net that pools in the plane only, one boundary channel, for serial sections. Its coarse
  /// levels see some 300 pixels, enough to tell a mitochondrion from glia, and the sections beside.
  SSTEM_UNET,
  /// The network of SegEM with one boundary channel.
  SEGEM;

  private static final int FAR = 5;
  private static final List<Integer> CUBE = List.of(3, 3, 3);
  private static final List<Integer> PLANE = List.of(1, 3, 3);
  private static final List<Integer> HALVE = List.of(2, 2, 2);
  private static final List<Integer> HALVE_PLANE = List.of(1, 2, 2);

  /// The untrained network.
  public Network network(String name, VoxelSize voxelSize) {
    List<Double> nm = List.of(voxelSize.xNm(), voxelSize.yNm(), voxelSize.zNm());
    return switch (this) {
      case FIBSEM_UNET ->
          Network.of(
              name,
              new Architecture.UNet(
                  List.of(
                      new Architecture.Level(16, CUBE, HALVE),
                      new Architecture.Level(32, CUBE, HALVE),
                      new Architecture.Level(48, CUBE, HALVE),
                      new Architecture.Level(64, CUBE, HALVE)),
                  1),
              affinities(),
              3,
              nm,
              new Tiling(List.of(128, 128, 128), List.of(12, 12, 12), List.of(8, 8, 8)));
      case SSTEM_UNET ->
          Network.of(
              name,
              new Architecture.UNet(
                  List.of(
                      new Architecture.Level(24, PLANE, HALVE_PLANE),
                      new Architecture.Level(48, PLANE, HALVE_PLANE),
                      new Architecture.Level(64, PLANE, HALVE_PLANE),
                      new Architecture.Level(96, CUBE, HALVE_PLANE),
                      new Architecture.Level(128, CUBE, HALVE_PLANE),
                      new Architecture.Level(128, CUBE, HALVE_PLANE)),
                  1,
                  true),
              List.of(OutputChannel.boundary()),
              1,
              nm,
              new Tiling(List.of(8, 384, 384), List.of(1, 64, 64), List.of(0, 32, 32)));
      case SEGEM ->
          Network.of(
              name,
              new Architecture.SegEm(4, 10, List.of(5, 11, 11)),
              List.of(OutputChannel.boundary()),
              1,
              nm,
              new Tiling(List.of(32, 96, 96), List.of(0, 0, 0), List.of(0, 0, 0)));
    };
  }

  /// The usual training patch (z, y, x).
  public List<Integer> patch() {
    return switch (this) {
      case FIBSEM_UNET -> List.of(64, 64, 64);
      case SSTEM_UNET -> List.of(4, 320, 320);
      case SEGEM -> List.of(29, 83, 83);
    };
  }

  private static List<OutputChannel> affinities() {
    List<OutputChannel> outputs = new ArrayList<>();
    for (int d : new int[] {1, FAR}) {
      outputs.add(OutputChannel.affinity(-d, 0, 0));
      outputs.add(OutputChannel.affinity(0, -d, 0));
      outputs.add(OutputChannel.affinity(0, 0, -d));
    }
    return outputs;
  }
}
