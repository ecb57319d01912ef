/// Figures as papers have them, as SVG and as PNG from the same drawing calls. Begin with
/// [Figure][org.connectarium.analysis.figure.Figure]; its panels are kinds of
/// [Panel][org.connectarium.analysis.figure.Panel].
///
/// Same figure, same bytes on every machine: letters come from a font on the class path, never from
/// the machine (decision 37). Lengths are points, 72 to the inch. No files, no database.
@NullMarked
package org.connectarium.analysis.figure;

import org.jspecify.annotations.NullMarked;
