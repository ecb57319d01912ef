/// Runs a stage block by block. Begin with
/// [BlockRunner][org.connectarium.reconstruction.block.BlockRunner].
///
/// Local threads; another engine would implement the same call. Uses nothing but the JDK and boxes.
@NullMarked
package org.connectarium.reconstruction.block;

import org.jspecify.annotations.NullMarked;
