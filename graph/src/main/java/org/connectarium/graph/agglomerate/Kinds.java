package org.connectarium.graph.agglomerate;

/// Gives agglomerates their `kind`.
@FunctionalInterface
interface Kinds {
  /// The kind of a component.
  ///
  /// @param component its number
  /// @param ofType whether any of its segments is of the type that was asked for
  /// @param voxels sum over its segments
  String of(int component, boolean ofType, long voxels);
}
