/// The electron microscope: turns tissue of known materials into 8-bit images, with what goes wrong
/// between block face and detector. Begin with
/// [Microscope][org.connectarium.ingest.microscope.Microscope].
///
/// Pure functions of seed, box and parameters; nothing here reads or writes files. Uses the
/// packages
/// `volume`, `noise` and `tissue`.
@NullMarked
package org.connectarium.ingest.microscope;

import org.jspecify.annotations.NullMarked;
