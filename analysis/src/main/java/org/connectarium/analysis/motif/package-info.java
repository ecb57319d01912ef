/// How often each way of connecting three neurons occurs, and how often it would by chance. Begin
/// at [Motifs][org.connectarium.analysis.motif.Motifs]. Pure functions; must not see Neo4j.
@NullMarked
package org.connectarium.analysis.motif;

import org.jspecify.annotations.NullMarked;
