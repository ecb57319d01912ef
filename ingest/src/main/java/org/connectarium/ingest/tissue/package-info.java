/// Simulated cortex of which everything is known: cells, types, organelles, synapses, wiring.
///
/// Uses the package `volume` and the JDK only.
@NullMarked
package org.connectarium.ingest.tissue;

import org.jspecify.annotations.NullMarked;
