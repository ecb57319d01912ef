/// Weights as open files: the safetensors format, read and written. Begin with
/// [Safetensors][org.connectarium.reconstruction.safetensors.Safetensors]; the specification is
/// `docs/formats/model.md`.
///
/// Uses nothing but Jackson and the JDK.
@NullMarked
package org.connectarium.reconstruction.safetensors;

import org.jspecify.annotations.NullMarked;
