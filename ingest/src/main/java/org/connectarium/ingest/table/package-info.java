/// Tables of others, row by row as text: CSV and the like. Begin at [Table]. Knows no meaning of a
/// column.
@NullMarked
package org.connectarium.ingest.table;

import org.jspecify.annotations.NullMarked;
