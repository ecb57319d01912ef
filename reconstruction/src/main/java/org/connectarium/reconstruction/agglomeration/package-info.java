/// Hierarchical agglomeration of segments over their contacts. Begin with
/// [MergeHierarchy][org.connectarium.reconstruction.agglomeration.MergeHierarchy].
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.reconstruction.agglomeration;

import org.jspecify.annotations.NullMarked;
