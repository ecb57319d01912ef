/// Tables of others, row by row as text: CSV and the like, HDF5, Parquet, Arrow. Begin at
/// [Table]; ours are written by `ingest.tablewriter`. Knows no meaning of a
/// column.
@NullMarked
package org.connectarium.ingest.table;

import org.jspecify.annotations.NullMarked;
