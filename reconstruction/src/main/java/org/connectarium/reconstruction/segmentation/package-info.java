/// From a boundary map to segments, their measures and their contacts, block by block. Begin with
/// [BlockSegmentation][org.connectarium.reconstruction.segmentation.BlockSegmentation].
///
/// Blocks are cut as in FocusEM: read with a margin, segmented, cropped, taken apart into connected
/// components, numbered by block; pieces of one object at both sides of a block face are joined by
/// a contact with `face` set.
///
/// Must not use Cypher, HTTP or Deeplearning4j.
@NullMarked
package org.connectarium.reconstruction.segmentation;

import org.jspecify.annotations.NullMarked;
