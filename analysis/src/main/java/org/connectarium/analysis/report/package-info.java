/// The report of a run: one web page that needs nothing else. Begin with
/// [Report][org.connectarium.analysis.report.Report]; pictures of sections come from
/// [SectionPicture][org.connectarium.analysis.report.SectionPicture].
///
/// Pure: takes numbers and pictures, gives text. Uses the JDK only, no files, no database.
@NullMarked
package org.connectarium.analysis.report;

import org.jspecify.annotations.NullMarked;
