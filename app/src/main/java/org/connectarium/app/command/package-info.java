/// The command line: one class per command, and [Commands][org.connectarium.app.command.Commands],
/// which puts them together and turns every failure into one line and an exit status. Begin there.
///
/// The only package that writes to standard output.
@NullMarked
package org.connectarium.app.command;

import org.jspecify.annotations.NullMarked;
