/// Volumes in HDF5 files, read-only. Begin with
/// [Hdf5Volume][org.connectarium.ingest.hdf5.Hdf5Volume].
///
/// Uses the jHDF library, the words of `ingest.volume` and the number types of `ingest.n5`; it
/// must not know any stage.
@NullMarked
package org.connectarium.ingest.hdf5;

import org.jspecify.annotations.NullMarked;
