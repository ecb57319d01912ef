/// Classifiers of contacts and segments: boosted trees with calibrated probabilities, as open
/// files. Begin with [Classifier][org.connectarium.reconstruction.classifier.Classifier] to train
/// one and [ClassifierModel][org.connectarium.reconstruction.classifier.ClassifierModel] to store
/// and apply those of one kind; the format is `docs/formats/classifier.md`.
///
/// Rows of features come from the caller; this package must not know how they are made.
@NullMarked
package org.connectarium.reconstruction.classifier;

import org.jspecify.annotations.NullMarked;
