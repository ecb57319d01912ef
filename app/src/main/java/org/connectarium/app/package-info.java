/// The only module where all others meet. [Main][org.connectarium.app.Main] starts the command
/// line; each of its parts has its own package below.
@NullMarked
package org.connectarium.app;

import org.jspecify.annotations.NullMarked;
