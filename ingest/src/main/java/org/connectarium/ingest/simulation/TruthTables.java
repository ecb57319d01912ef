package org.connectarium.ingest.simulation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.SynapseTruth;

/// The tables of cells, synapses and connections.
final class TruthTables {
  private TruthTables() {}

  /// What one cell has to do with another.
  private record Pair(long pre, long post) {}

  /// How strongly two cells are connected.
  private record Strength(int synapses, double asiUm2) {
    Strength and(Strength other) {
      return new Strength(synapses + other.synapses, asiUm2 + other.asiUm2);
    }
  }

  static void writeNeurites(Path file, List<Neurite> neurites) {
    CsvTable table = new CsvTable("id", "kind", "cell_class", "radius_nm", "myelinated");
    for (Neurite n : neurites) {
      table.row(n.id(), written(n.kind()), written(n.cellClass()), n.radiusNm(), n.myelinated());
    }
    table.write(file);
  }

  static void writeSynapses(Path file, List<SynapseTruth> synapses) {
    CsvTable table =
        new CsvTable(
            "id", "pre_id", "post_id", "kind", "x_nm", "y_nm", "z_nm", "asi_um2", "pair_kind");
    for (SynapseTruth s : synapses) {
      table.row(
          s.id(),
          s.preId(),
          s.postId(),
          written(s.kind()),
          s.xNm(),
          s.yNm(),
          s.zNm(),
          s.asiUm2(),
          written(s.pairKind()));
    }
    table.write(file);
  }

  static void writeConnectome(Path file, List<SynapseTruth> synapses) {
    Map<Pair, Strength> edges =
        new TreeMap<>(
            (a, b) ->
                a.pre() == b.pre()
                    ? Long.compare(a.post(), b.post())
                    : Long.compare(a.pre(), b.pre()));
    for (SynapseTruth s : synapses) {
      edges.merge(new Pair(s.preId(), s.postId()), new Strength(1, s.asiUm2()), Strength::and);
    }
    CsvTable table = new CsvTable("pre_id", "post_id", "synapses", "asi_um2");
    edges.forEach((pair, s) -> table.row(pair.pre(), pair.post(), s.synapses(), s.asiUm2()));
    table.write(file);
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
