/// Networks on NVIDIA cards. Begin with
/// [CudaEngine][org.connectarium.reconstruction.cuda.CudaEngine].
///
/// - `Fusion` joins the layers of a network into kernels, `PackedWeights` lays their weights out,
///   `DevicePlan` places all activations and lists the launches for one size of image. All three
///   are plain Java and are tested without a card.
/// - `Driver` and `Gpu` speak to the driver of the card through the foreign-function interface;
///   nothing but the driver is needed at run time.
/// - The kernels are in `src/main/cuda`; `build` there compiles them into
///   `src/main/resources/cuda`.
///
/// Must not use Deeplearning4j, Cypher or HTTP.
@NullMarked
package org.connectarium.reconstruction.cuda;

import org.jspecify.annotations.NullMarked;
