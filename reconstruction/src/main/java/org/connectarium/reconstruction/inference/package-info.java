/// Prediction of boundary maps, tile by tile. Begin with
/// [TiledPrediction][org.connectarium.reconstruction.inference.TiledPrediction].
///
/// Must not use Cypher or HTTP; knows Deeplearning4j only through the network package.
@NullMarked
package org.connectarium.reconstruction.inference;

import org.jspecify.annotations.NullMarked;
