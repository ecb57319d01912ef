/// Simulated datasets: images and everything that is true about them, in open formats. Begin with
/// [Simulation][org.connectarium.ingest.simulation.Simulation]; the files are specified in
/// `docs/formats/simulation.md`.
///
/// Puts the packages `tissue`, `microscope` and `n5` together; knows no stage.
@NullMarked
package org.connectarium.ingest.simulation;

import org.jspecify.annotations.NullMarked;
