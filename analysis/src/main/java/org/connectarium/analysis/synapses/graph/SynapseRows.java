package org.connectarium.analysis.synapses.graph;

import java.util.Locale;
import java.util.Map;
import org.connectarium.analysis.synapses.SynapseKind;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.graph.GraphException;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.neo4j.graphdb.Node;

/// Takes synapses into a table, and counts what it leaves out.
final class SynapseRows {
  private static final double UM_PER_NM = 1e-3;

  /// The word of sources that do not tell primary from secondary ones.
  private static final String SPINE = "spine";

  private final SynapseChoice choice;
  private final NeuronClasses targets;
  private final String[] properties;
  private final SynapseTable.Builder table;
  private long seen;
  private long used;
  private long withoutReceiver;
  private long severalReceivers;
  private long otherKind;
  private long improbable;
  private long selfConnections;
  private long withoutClass;
  private long uncertain;

  SynapseRows(SynapseChoice choice, NeuronClasses targets, long expected) {
    this.choice = choice;
    this.targets = targets;
    table = SynapseTable.builder(targets.names(), Math.toIntExact(expected));
    properties =
        choice
            .size()
            .map(size -> new String[] {"kind", "p", "x", "y", "z", size.property()})
            .orElseGet(() -> new String[] {"kind", "p", "x", "y", "z"});
  }

  /// Takes a synapse.
  void add(int pre, IntArrayList receivers, Node synapse) {
    seen++;
    if (receivers.isEmpty()) {
      withoutReceiver++;
      return;
    }
    if (receivers.size() > 1 && !choice.eachPartner()) {
      severalReceivers++;
      return;
    }
    Map<String, Object> values = synapse.getProperties(properties);
    SynapseKind kind = kind(values);
    float probability = values.get("p") instanceof Number p ? checked(p, synapse) : 1;
    float area =
        choice.size().isPresent() ? number(values, choice.size().get().property(), 1) : Float.NaN;
    for (int i = 0; i < receivers.size(); i++) {
      add(
          pre,
          receivers.get(i),
          kind,
          area,
          number(values, "x", UM_PER_NM),
          number(values, "y", UM_PER_NM),
          number(values, "z", UM_PER_NM),
          probability);
    }
  }

  /// Takes as many synapses as a connection counts.
  void addCounted(int pre, int post, long count) {
    for (long i = 0; i < count; i++) {
      seen++;
      add(pre, post, SynapseKind.UNKNOWN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, 1);
    }
  }

  private void add(
      int pre, int post, SynapseKind kind, float area, float x, float y, float z, float p) {
    if (!choice.kinds().contains(kind)) {
      otherKind++;
    } else if (p < choice.minProbability()) {
      improbable++;
    } else if (pre == post && !choice.selfConnections()) {
      selfConnections++;
    } else if (targets.of(post) < 0) {
      withoutClass++;
    } else {
      used++;
      uncertain += p < 1 ? 1 : 0;
      table.add(pre, post, targets.of(post), kind, area, x, y, z, p);
    }
  }

  DatasetSynapses finish(
      DatasetNeurons neurons, NeuronClasses axons, long synapses, boolean fromCounts) {
    SynapseTable built = table.build();
    SynapseTable.Findings findings = built.findings();
    Usage usage =
        new Usage(
            used,
            fromCounts ? 0 : synapses - seen,
            withoutReceiver,
            severalReceivers,
            otherKind,
            improbable,
            selfConnections,
            withoutClass,
            choice.size().isPresent()
                ? (long) findings.areasUnknown() + findings.areasNotPositive()
                : 0,
            uncertain);
    return new DatasetSynapses(built, neurons, axons, targets, usage, fromCounts);
  }

  private static float checked(Number p, Node synapse) {
    if (!(p.doubleValue() >= 0 && p.doubleValue() <= 1)) {
      throw new GraphException(
          String.format(
              Locale.ROOT,
              "Synapse %s of data set \"%s\" has p %s, which must be 0…1; import it again",
              synapse.getProperty("id"),
              synapse.getProperty("dataset"),
              p));
    }
    return p.floatValue();
  }

  private static SynapseKind kind(Map<String, Object> values) {
    String word = String.valueOf(values.get("kind"));
    return word.equals(SPINE)
        ? SynapseKind.PRIMARY_SPINE
        : SynapseKind.of(word).orElse(SynapseKind.UNKNOWN);
  }

  private static float number(Map<String, Object> values, String key, double factor) {
    return values.get(key) instanceof Number n ? (float) (n.doubleValue() * factor) : Float.NaN;
  }
}
