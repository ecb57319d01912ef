/// Root package of the module; each stage, algorithm or format has its own package below it.
@NullMarked
package org.connectarium.analysis;

import org.jspecify.annotations.NullMarked;
