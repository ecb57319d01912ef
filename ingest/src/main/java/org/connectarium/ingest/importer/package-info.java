/// Copies the volumes that users have into N5 datasets. Begin with
/// [VolumeImport][org.connectarium.ingest.importer.VolumeImport].
///
/// Uses the format packages of `ingest`; no stage, no network, no database.
@NullMarked
package org.connectarium.ingest.importer;

import org.jspecify.annotations.NullMarked;
