/// How far geometry alone explains who connects to whom. Begin with
/// [Geometry][org.connectarium.analysis.geometry.Geometry].
///
/// Pure functions on arrays; knows no graph.
@NullMarked
package org.connectarium.analysis.geometry;

import org.jspecify.annotations.NullMarked;
