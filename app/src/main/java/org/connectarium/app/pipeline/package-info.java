/// The stages of `run`, one class each, and [Pipeline][org.connectarium.app.pipeline.Pipeline],
/// which runs them in order and only where their input changed. Begin with `Pipeline`.
///
/// A stage reads volumes and tables of the workspace, calls the modules, and writes its results;
/// no algorithm lives here.
@NullMarked
package org.connectarium.app.pipeline;

import org.jspecify.annotations.NullMarked;
