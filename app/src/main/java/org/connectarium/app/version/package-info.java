/// Which version of the program this is. Begin with
/// [ProgramVersion][org.connectarium.app.version.ProgramVersion].
///
/// The version itself lies in `graph`, which is also the plug-in of a server.
@NullMarked
package org.connectarium.app.version;

import org.jspecify.annotations.NullMarked;
