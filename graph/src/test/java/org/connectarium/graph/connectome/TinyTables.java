package org.connectarium.graph.connectome;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.connectarium.graph.TinyConnectome;
import org.neo4j.graphdb.GraphDatabaseService;

/// A data set with one of everything: axon 1 has two synapses onto dendrite 2 and one with
/// dendrites 2 and `d3`, a gap junction joins 1 and `d3`, and 1 has a skeleton.
public final class TinyTables {
  static final SourceId ONE = new SourceId.Whole(1);
  static final SourceId TWO = new SourceId.Whole(Long.MAX_VALUE);
  static final SourceId THREE = new SourceId.Word("d3");

  private TinyTables() {}

  public static void load(GraphDatabaseService database, String dataset) {
    new ConnectomeSink(database)
        .store(
            new ConnectomeRow(dataset, "tiny", "nobody", "here", "none", "free"),
            TinyConnectome.RUN,
            rows(),
            run -> run);
  }

  static ConnectomeRows rows() {
    Optional<Place> place = Optional.of(new Place(1, 2, 3));
    return new ConnectomeRows(
        List.of(
            new NeuronRow(
                ONE,
                Optional.of("one"),
                Optional.of("axon"),
                Optional.of("basket"),
                Optional.of("left"),
                place,
                Map.of("lineage", "DL1")),
            NeuronRow.of(TWO).withClass("dendrite"),
            NeuronRow.of(THREE)),
        List.of(
            synapse(1, List.of(TWO), place, sizes(1)),
            synapse(2, List.of(TWO), Optional.empty(), sizes(3)),
            synapse(3, List.of(TWO, THREE), Optional.empty(), Map.of())),
        List.of(
            new ConnectionRow(
                ONE,
                TWO,
                OptionalLong.of(3),
                Map.of(
                    SizeMeasure.ASI_UM2, 4.0,
                    SizeMeasure.PSD_UM2, 4.0,
                    SizeMeasure.PSD_PIXELS, 4.0,
                    SizeMeasure.SECTIONS, 4.0)),
            new ConnectionRow(ONE, THREE, OptionalLong.of(1), Map.of())),
        List.of(
            new ConnectionRow(THREE, ONE, OptionalLong.of(2), Map.of(SizeMeasure.SECTIONS, 5.0))),
        List.of(
            new TracedRow(
                ONE,
                new float[] {0, 3000, 3000},
                new float[] {0, 4000, 4000},
                new float[] {0, 0, 12_000},
                new int[] {-1, 0, 1})),
        List.of(new Finding("synapses", "selfConnection", "keep", 2, List.of(4L, 9L), "line 4")));
  }

  private static SynapseRow synapse(
      long id, List<SourceId> post, Optional<Place> place, Map<SizeMeasure, Double> sizes) {
    return new SynapseRow(
        new SourceId.Whole(id),
        Optional.of(ONE),
        post,
        Optional.of("shaft"),
        place,
        OptionalDouble.of(0.5),
        sizes,
        Map.of("remark", "none"));
  }

  private static Map<SizeMeasure, Double> sizes(double size) {
    return Map.of(
        SizeMeasure.ASI_UM2, size,
        SizeMeasure.PSD_UM2, size,
        SizeMeasure.PSD_PIXELS, size,
        SizeMeasure.SPINE_VOLUME_UM3, size,
        SizeMeasure.SPINE_VOLUME_VOXELS, size,
        SizeMeasure.SECTIONS, size);
  }
}
