/// What all procedures share: how Neo4j finds their classes ([ProcedureProvider], called by
/// [ProcedureExtensionFactory]) and how they read an options map ([ProcedureOptions], [NmBox]).
/// Must not know any single procedure.
@NullMarked
package org.connectarium.graph.procedure;

import org.jspecify.annotations.NullMarked;
