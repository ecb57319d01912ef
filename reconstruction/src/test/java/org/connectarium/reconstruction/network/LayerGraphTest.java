package org.connectarium.reconstruction.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerGraphTest {
  private static final List<Integer> CUBE = List.of(3, 3, 3);

  private static Layer convolution(String name, String from, int channels) {
    return new Layer.Convolution(name, from, channels, CUBE, true, Activation.RELU);
  }

  private static LayerGraph graph(Layer... layers) {
    return LayerGraph.of(new Architecture.Layers(List.of(layers)), 2);
  }

  @Test
  void sizesAndChannelsFollowTheLayers() {
    LayerGraph graph =
        graph(
            convolution("a", "in", 5),
            new Layer.Pool("half", "a", List.of(1, 2, 2)),
            new Layer.UpConvolution("back", "half", 3, List.of(1, 2, 2), Activation.IDENTITY),
            new Layer.Concatenation("both", "back", "a"));

    assertThat(graph.channels())
        .containsEntry("both", 8)
        .containsEntry("back", 3)
        .containsEntry("logits", 2);
    assertThat(graph.sizes(new int[] {3, 4, 6}).get("half")).containsExactly(3, 2, 3);
    assertThat(graph.sizes(new int[] {3, 4, 6}).get("logits")).containsExactly(3, 4, 6);
  }

  @Test
  void layersThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> graph(convolution("a", "b", 5)))
        .hasMessage("Layer a reads \"b\", which is no layer before it");
    assertThatThrownBy(() -> graph(convolution("a", "in", 5), convolution("a", "in", 5)))
        .hasMessage("Two layers are called \"a\"");
    assertThatThrownBy(
            () ->
                graph(
                    convolution("a", "in", 5),
                    convolution("b", "a", 6),
                    new Layer.Sum("c", "a", "b")))
        .hasMessage("Layer c adds 5 channels to 6");
    assertThatThrownBy(() -> graph(convolution("a", "in", 0)))
        .hasMessage("Layer a has no channels");
  }

  @Test
  void imagesThatDoNotFitAreRefused() {
    LayerGraph graph =
        graph(convolution("a", "in", 5), new Layer.Pool("half", "a", List.of(2, 2, 2)));
    LayerGraph valid = LayerGraph.of(new Architecture.SegEm(2, 3, List.of(5, 5, 5)), 1);

    assertThatThrownBy(() -> graph.sizes(new int[] {3, 4, 4}))
        .hasMessage("Layer half cannot divide 3 voxels along z by 2");
    assertThatThrownBy(() -> valid.sizes(new int[] {13, 12, 13}))
        .hasMessage("Nothing is left of the image along y at layer logits");
  }

  @Test
  void modelsDescribedLayerByLayerAreReadAndWritten() {
    Network network =
        SampleNetworks.sample("sample", SampleNetworks.concatenating(4, 8), 1, 2, 2, 2).network();

    assertThat(Network.fromJson(network.toJson(), "here")).isEqualTo(network);
    assertThat(network.toJson()).contains("\"type\" : \"concatenation\"");
    assertThat(network.architecture().multiple()).containsExactly(2, 2, 2);
    assertThat(network.architecture().shrink()).containsExactly(0, 0, 0);
  }
}
