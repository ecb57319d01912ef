/// The symmetries of a voxel grid: flips and exchanges of axes, used to vary training crops and
/// to
/// average predictions. Begin with [Symmetry][org.connectarium.reconstruction.symmetry.Symmetry].
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.reconstruction.symmetry;

import org.jspecify.annotations.NullMarked;
