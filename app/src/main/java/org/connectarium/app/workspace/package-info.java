/// The folder that holds all results of one dataset, and the ledger of finished stages in it. Begin
/// with [Workspace][org.connectarium.app.workspace.Workspace].
///
/// Knows no stage from inside: no networks, no graph.
@NullMarked
package org.connectarium.app.workspace;

import org.jspecify.annotations.NullMarked;
