/// In which order segments would be merged, and how sure each step is. Begin with
/// [MergeHierarchy][org.connectarium.reconstruction.hierarchy.MergeHierarchy].
///
/// Pure functions on arrays of a whole volume's contacts; uses nothing but the JDK.
@NullMarked
package org.connectarium.reconstruction.hierarchy;

import org.jspecify.annotations.NullMarked;
