/// Reports that read like the results and methods of a paper: text with figures, tables, citations.
/// Begin with [Paper][org.connectarium.analysis.paper.Paper]. Knows nothing of what is reported; no
/// files, no database.
@NullMarked
package org.connectarium.analysis.paper;

import org.jspecify.annotations.NullMarked;
