/// Skeletons in SWC, one file per cell: begin at
/// [SwcSkeleton][org.connectarium.ingest.swc.SwcSkeleton], which reads;
/// [SwcWriter][org.connectarium.ingest.swc.SwcWriter] writes. Knows nothing of volumes.
@NullMarked
package org.connectarium.ingest.swc;

import org.jspecify.annotations.NullMarked;
