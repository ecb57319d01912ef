package org.connectarium.reconstruction.cuda;

import java.util.List;

/// One kernel to start.
///
/// @param kernel its name
/// @param grid blocks along x, y, z
/// @param threads threads of a block
/// @param shared bytes of shared memory asked for
/// @param arguments in the order of the kernel
record Launch(
    String kernel, List<Integer> grid, int threads, int shared, List<Argument> arguments) {
  Launch {
    grid = List.copyOf(grid);
    arguments = List.copyOf(arguments);
  }

  /// One argument of a kernel.
  sealed interface Argument {}

  /// A place among the activations, in bytes.
  record Activations(long offset) implements Argument {}

  /// A place among the weights, in bytes.
  record Weights(long offset) implements Argument {}

  /// No place.
  record Nowhere() implements Argument {}

  /// A whole number of 32 bits.
  record Int32(int value) implements Argument {}

  /// A whole number of 64 bits.
  record Int64(long value) implements Argument {}

  /// Activations seen as a tensor (8·x, t, s, block of eight channels), x fastest, of which boxes
  /// are copied; t and s are y and z in either order.
  ///
  /// @param size x, t, s and blocks
  /// @param strides voxels from one t, s and block to the next
  /// @param box size of a box: values along x, then t, s and blocks
  record Boxes(long offset, List<Integer> size, List<Long> strides, List<Integer> box)
      implements Argument {
    public Boxes {
      size = List.copyOf(size);
      strides = List.copyOf(strides);
      box = List.copyOf(box);
    }
  }
}
