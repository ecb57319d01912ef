/// Gradient-boosted trees of one yes-or-no question: training by LightGBM, prediction by code of
/// our own. Begin with [Boosting][org.connectarium.reconstruction.boosting.Boosting]; the result
/// is [Trees][org.connectarium.reconstruction.boosting.Trees].
///
/// The only package that knows LightGBM. It must not know what the rows are about.
@NullMarked
package org.connectarium.reconstruction.boosting;

import org.jspecify.annotations.NullMarked;
