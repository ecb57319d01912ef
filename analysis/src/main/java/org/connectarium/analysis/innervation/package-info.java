/// Which targets axons choose beyond chance, and what dendrites receive. Begin with
/// [Innervation][org.connectarium.analysis.innervation.Innervation].
///
/// Pure functions on counts; knows no graph.
@NullMarked
package org.connectarium.analysis.innervation;

import org.jspecify.annotations.NullMarked;
