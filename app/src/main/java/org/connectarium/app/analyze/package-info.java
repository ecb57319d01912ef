/// `connectarium analyze`: the report of connectomes of a workspace. Begin with
/// [AnalysisReport][org.connectarium.app.analyze.AnalysisReport].
@NullMarked
package org.connectarium.app.analyze;

import org.jspecify.annotations.NullMarked;
