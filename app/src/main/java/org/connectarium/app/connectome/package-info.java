/// Published connectomes into the graph: a mapping file says which column of which table is what.
/// Begin at [ConnectomeImport][org.connectarium.app.connectome.ConnectomeImport]; the keys of a
/// mapping are in `docs/connectomes.md`. What is amiss in a table is named and counted, and never
/// dropped in silence ([Problem][org.connectarium.app.connectome.Problem]).
@NullMarked
package org.connectarium.app.connectome;

import org.jspecify.annotations.NullMarked;
