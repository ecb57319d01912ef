/// The N5 container format: reader, writer and lazy images, after the written specification in
/// `docs/formats/n5.md`. Begin with [N5Container][org.connectarium.ingest.n5.N5Container].
///
/// Uses the JDK, the words of `ingest.volume`, ImgLib2 for images, Caffeine for the cache, Jackson
/// for attributes and the LZ4 and Zstandard libraries. It must not know any stage.
@NullMarked
package org.connectarium.ingest.n5;

import org.jspecify.annotations.NullMarked;
