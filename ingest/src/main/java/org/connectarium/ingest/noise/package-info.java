/// Random numbers and smooth noise that are pure functions of a seed and a position, so that
/// what is made from them can be computed box by box in any order. Begin with
/// [HashNoise][org.connectarium.ingest.noise.HashNoise].
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.ingest.noise;

import org.jspecify.annotations.NullMarked;
