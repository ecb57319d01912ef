/// From scores to probabilities, and how far probabilities can be trusted. Begin with
/// [Calibration][org.connectarium.reconstruction.calibration.Calibration] and
/// [Reliability][org.connectarium.reconstruction.calibration.Reliability].
///
/// Pure functions on arrays; must not know what the scores are about.
@NullMarked
package org.connectarium.reconstruction.calibration;

import org.jspecify.annotations.NullMarked;
