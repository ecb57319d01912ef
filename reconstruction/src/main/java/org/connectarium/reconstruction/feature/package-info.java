/// What classifiers see of contacts and segments: texture and shape of the border and of the
/// objects at both sides. Begin with
/// [ContactFeatures][org.connectarium.reconstruction.feature.ContactFeatures], the features of
/// SynEM; [SegmentFeatures][org.connectarium.reconstruction.feature.SegmentFeatures] are those of
/// whole segments.
///
/// Pure functions on one block; texture channels come from the caller, one at a time. Must not
/// know classifiers, files and Neo4j.
@NullMarked
package org.connectarium.reconstruction.feature;

import org.jspecify.annotations.NullMarked;
