package org.connectarium.app.connectome;

/// What ids of a source are.
enum IdKind {
  INTEGER,
  TEXT
}
