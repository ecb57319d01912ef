/// Filters of grey values. Begin with
/// [GaussianFilter][org.connectarium.ingest.filter.GaussianFilter].
///
/// Uses nothing but the JDK.
@NullMarked
package org.connectarium.ingest.filter;

import org.jspecify.annotations.NullMarked;
