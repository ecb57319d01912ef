/// Files that are there as a whole or not at all, and folders that go as a whole. Begin with
/// [WholeFile][org.connectarium.ingest.file.WholeFile].
///
/// Uses nothing but the JDK and `ingest.volume`.
@NullMarked
package org.connectarium.ingest.file;

import org.jspecify.annotations.NullMarked;
