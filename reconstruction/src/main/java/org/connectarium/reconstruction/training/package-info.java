/// Training of boundary networks from labelled volumes. Begin with
/// [Training][org.connectarium.reconstruction.training.Training].
///
/// Must not use Cypher or HTTP; knows Deeplearning4j only through the network package.
@NullMarked
package org.connectarium.reconstruction.training;

import org.jspecify.annotations.NullMarked;
