/// Suggestions for misspelt words. Begin with
/// [Spelling][org.connectarium.app.spelling.Spelling].
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.app.spelling;

import org.jspecify.annotations.NullMarked;
