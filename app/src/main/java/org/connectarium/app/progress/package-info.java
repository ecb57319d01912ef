/// What the user sees while a stage runs. Begin with
/// [Progress][org.connectarium.app.progress.Progress].
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.app.progress;

import org.jspecify.annotations.NullMarked;
