/// What the kernels on one block share:
/// [BoundaryMap][org.connectarium.reconstruction.grid.BoundaryMap], the input of watershed and
/// contacts, and [Grid][org.connectarium.reconstruction.grid.Grid], the index arithmetic of a
/// block with a rim. Begin with `BoundaryMap`.
///
/// Uses only `org.connectarium.ingest.volume`.
@NullMarked
package org.connectarium.reconstruction.grid;

import org.jspecify.annotations.NullMarked;
