package org.connectarium.app.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mapping of the layer-4 release on small files of its layout.
class Layer4Test {
  @TempDir Path folder;

  @Test
  void axonsAndDendritesAreCountedApartAndCodesReadAsWords() throws IOException {
    try (WritableHdfFile hdf = HdfFile.write(folder.resolve("axons.hdf5"))) {
      WritableDataset of = hdf.putGroup("axons").putDataset("class", new int[] {1, 3});
      of.putAttribute("corticocortical", 1);
      of.putAttribute("inhibitory", 3);
    }
    try (WritableHdfFile hdf = HdfFile.write(folder.resolve("dendrites.hdf5"))) {
      WritableGroup group = hdf.putGroup("dendrites");
      WritableDataset of = group.putDataset("class", new int[] {9});
      of.putAttribute("proximaldendrite", 9);
      group.putDataset("neuronId", new int[] {5});
    }
    try (WritableHdfFile hdf = HdfFile.write(folder.resolve("synapses_v2.hdf5"))) {
      WritableGroup group = hdf.putGroup("synapses");
      WritableDataset type = group.putDataset("type", new int[] {1, 3, 3});
      type.putAttribute("primaryspine", 1);
      type.putAttribute("shaft", 3);
      group.putDataset("preAxonId", new int[] {1, 2, 2});
      group.putDataset("postDendriteId", new int[] {1, 1, 0});
      group.putDataset("preSplitAxonId", new int[] {1, 2, 2});
      group.putDataset("postSpineHeadId", new int[] {4, 0, 0});
      group.putDataset("asiArea", new double[] {0.3, Double.NaN, Double.NaN});
      group.putDataset("synPosition", new int[][] {{1, 1, 1}, {2, 1, 1}, {3, 1, 11}});
    }
    try (GraphStore store = GraphStore.open(folder.resolve("graph"))) {
      Imports imports = new Imports(store);
      assertThat(imports.shipped("layer4-2019", folder).rows().findings())
          .extracting(f -> f.kind(), f -> f.count())
          .containsExactly(tuple("missingPartner", 1L));
      assertThat(
              imports.ask(
                  "MATCH (a:Neuron)-[:PRE]->(s:Synapse {dataset: 'layer4-2019'})-[:POST]->(d)"
                      + " RETURN a.id AS pre, a.class AS preClass, d.id AS post, d.class AS"
                      + " postClass, s.kind AS kind, s.asiUm2 AS asi, s.x AS x, s.z AS z"
                      + " ORDER BY pre"))
          .extracting(
              row -> row.get("pre"),
              row -> row.get("preClass"),
              row -> row.get("post"),
              row -> row.get("postClass"),
              row -> row.get("kind"),
              row -> row.get("asi"),
              row -> row.get("x"),
              row -> row.get("z"))
          .containsExactly(
              tuple(
                  "axon-1",
                  "corticocortical",
                  "dendrite-1",
                  "proximaldendrite",
                  "primaryspine",
                  0.3,
                  11.24 - 5.62,
                  14.0),
              tuple(
                  "axon-2",
                  "inhibitory",
                  "dendrite-1",
                  "proximaldendrite",
                  "shaft",
                  null,
                  2 * 11.24 - 5.62,
                  14.0));
    }
  }
}
