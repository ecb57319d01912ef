package org.connectarium.analysis.size.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.connectarium.analysis.size.SizePairs;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.graph.DatasetSynapses;
import org.connectarium.analysis.synapses.graph.SynapseReader;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.connectome.SizeMeasure;
import org.neo4j.graphdb.Transaction;

/// The synapses of a data set with the size that was asked for.
///
/// @param read synapses of the classes that were asked for and of others
/// @param counted those of the classes that were asked for
/// @param otherClass how many are not
record SizedSynapses(DatasetSynapses read, IntPredicate counted, long otherClass) {

  /// Reads a data set.
  ///
  /// @throws GraphException if none of its synapses has the size
  static SizedSynapses read(Transaction tx, Runnable stop, String dataset, SizeOptions options) {
    DatasetSynapses read = new SynapseReader(tx, stop).read(dataset, options.choice());
    SynapseTable table = read.table();
    if (read.usage().withoutSize() == read.usage().used()) {
      throw new GraphException(noSize(tx, dataset, options.size(), table.size()));
    }
    Optional<BitSet> axons = options.axonClasses(read.axons().names());
    Optional<BitSet> targets = options.targetClasses(read.targets().names());
    IntPredicate counted =
        i ->
            axons.map(chosen -> has(chosen, read.axons().of(table.pre(i)))).orElse(true)
                && targets.map(chosen -> has(chosen, table.target(i))).orElse(true);
    return new SizedSynapses(
        read, counted, IntStream.range(0, table.size()).filter(i -> !counted.test(i)).count());
  }

  private static boolean has(BitSet chosen, int number) {
    return number >= 0 && chosen.get(number);
  }

  private static String noSize(Transaction tx, String dataset, SizeMeasure asked, int synapses) {
    List<String> there =
        SizeMeasure.properties().stream().filter(size -> hasSize(tx, dataset, size)).toList();
    return "None of %d chosen synapses of data set \"%s\" has %s; %s"
        .formatted(
            synapses,
            dataset,
            asked.property(),
            there.isEmpty()
                ? "it has no sizes"
                : "give the option size: " + String.join(" or ", there));
  }

  private static boolean hasSize(Transaction tx, String dataset, String size) {
    try (var found =
        tx.execute(
            "MATCH (s:Synapse) WHERE s.dataset = $dataset AND s.id IS NOT NULL"
                + " AND s[$size] IS NOT NULL RETURN 1 AS one LIMIT 1",
            Map.of("dataset", dataset, "size", size))) {
      return found.hasNext();
    }
  }

  SynapseTable table() {
    return read.table();
  }

  SizePairs pairs(SizePairs.Kind kind) {
    return SizePairs.of(table(), kind, counted);
  }

  /// What was read and left out.
  Map<String, Object> usage() {
    Map<String, Object> usage = read.usage().toMap();
    usage.put("otherClass", otherClass);
    return usage;
  }
}
