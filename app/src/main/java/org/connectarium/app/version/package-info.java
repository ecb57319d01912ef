/// Which version of the program this is. Begin with
/// [ProgramVersion][org.connectarium.app.version.ProgramVersion].
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.app.version;

import org.jspecify.annotations.NullMarked;
