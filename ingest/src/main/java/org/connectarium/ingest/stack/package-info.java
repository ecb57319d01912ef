/// Stacks of section images: folders of TIFF or PNG files, and multi-page TIFF files, as 8-bit
/// volumes. Begin with [ImageStack][org.connectarium.ingest.stack.ImageStack].
///
/// Uses the JDK's own image readers and the words of `ingest.volume`; no container, no stage.
@NullMarked
package org.connectarium.ingest.stack;

import org.jspecify.annotations.NullMarked;
