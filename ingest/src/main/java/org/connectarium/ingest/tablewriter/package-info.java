/// Tables as files: CSV, TSV, Parquet, Arrow. Begin at
/// [TableWriter][org.connectarium.ingest.tablewriter.TableWriter]. Knows no meaning of a column;
/// tables of others are read by `ingest.table`.
@NullMarked
package org.connectarium.ingest.tablewriter;

import org.jspecify.annotations.NullMarked;
