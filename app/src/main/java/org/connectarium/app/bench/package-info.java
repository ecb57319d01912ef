/// How fast the parts of this program are on this machine, and how far from what counting its
/// operations says. Begin with [Measurement][org.connectarium.app.bench.Measurement]; each entry of
/// [Suite][org.connectarium.app.bench.Suite] is a workload with its own class.
///
/// Calls the modules as the stages do; knows no workspace and no command line.
@NullMarked
package org.connectarium.app.bench;

import org.jspecify.annotations.NullMarked;
