/// Skeletons as webKnossos and Knossos hold them. Begin with
/// [NmlSkeletons][org.connectarium.ingest.nml.NmlSkeletons].
@NullMarked
package org.connectarium.ingest.nml;

import org.jspecify.annotations.NullMarked;
