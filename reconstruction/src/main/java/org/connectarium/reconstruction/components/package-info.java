/// Connected components of a labelled block. Begin with
/// [Components][org.connectarium.reconstruction.components.Components].
///
/// Pure functions; uses `reconstruction.grid`, no other stage.
@NullMarked
package org.connectarium.reconstruction.components;

import org.jspecify.annotations.NullMarked;
