/// From a segmented volume to the features of its contacts and segments, to examples with their
/// truth, and to probabilities: what lies between files and the pure packages `feature`, `texture`
/// and `classifier`. Begin with
/// [FeatureReader][org.connectarium.reconstruction.classification.FeatureReader].
@NullMarked
package org.connectarium.reconstruction.classification;

import org.jspecify.annotations.NullMarked;
