/// How good scores are: precision and recall over all thresholds, over contacts and over the
/// synapses that contacts find, and what that means for pairs of neurons. Begin with
/// [PrecisionRecall][org.connectarium.reconstruction.accuracy.PrecisionRecall].
///
/// Pure functions on arrays; must not know models.
@NullMarked
package org.connectarium.reconstruction.accuracy;

import org.jspecify.annotations.NullMarked;
