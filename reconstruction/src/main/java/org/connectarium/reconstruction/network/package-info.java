/// Boundary networks: what they are ([Network][org.connectarium.reconstruction.network.Network],
/// stored as JSON beside safetensors weights) and how Deeplearning4j runs them. Begin with
/// `Network`; `docs/formats/model.md` is the file format.
///
/// Must not use Cypher or HTTP.
@NullMarked
package org.connectarium.reconstruction.network;

import org.jspecify.annotations.NullMarked;
