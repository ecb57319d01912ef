/// A made-up piece of tissue for `demo` and for tests: cells that fill space, thin dark membranes,
/// mitochondria, vesicles, blur and noise. Begin with
/// [Phantom][org.connectarium.ingest.phantom.Phantom].
///
/// It looks like FIB-SEM images but has no biology: no synapses, no branches, no glia. Uses the
/// package `volume` and the JDK only.
@NullMarked
package org.connectarium.ingest.phantom;

import org.jspecify.annotations.NullMarked;
