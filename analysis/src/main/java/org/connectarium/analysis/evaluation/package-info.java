/// How good a segmentation is, against truth. Begin with
/// [SegmentationMetrics][org.connectarium.analysis.evaluation.SegmentationMetrics].
///
/// Pure functions on arrays; uses nothing but the JDK.
@NullMarked
package org.connectarium.analysis.evaluation;

import org.jspecify.annotations.NullMarked;
