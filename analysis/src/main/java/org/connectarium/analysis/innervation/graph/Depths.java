package org.connectarium.analysis.innervation.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.connectarium.analysis.innervation.DepthProfile;
import org.connectarium.analysis.innervation.graph.InputOptions.Inputs;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.graph.GraphException;
import org.eclipse.collections.impl.list.mutable.primitive.BooleanArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;

/// Where the synapses of a ratio lie along an axis.
///
/// @param um of each synapse of the denominator that has a place
/// @param inNumerator of each of them
/// @param probabilities of each of them
/// @param range of the bins
/// @param usage what was left out
@SuppressWarnings("ArrayRecordComponent") // columns, made here and read by the statistics
record Depths(
    double[] um,
    boolean[] inNumerator,
    double[] probabilities,
    DepthProfile.Range range,
    Map<String, Object> usage) {

  /// @param fromUm where bins begin; NaN: at the first synapse
  /// @param toUm where they end; NaN: at the last synapse
  /// @throws GraphException if no synapse has a place
  static Depths of(Inputs inputs, Axis axis, double fromUm, double toUm, double binUm) {
    SynapseTable table = inputs.synapses().table();
    DoubleArrayList um = new DoubleArrayList();
    BooleanArrayList inNumerator = new BooleanArrayList();
    DoubleArrayList probabilities = new DoubleArrayList();
    long withoutPlace = 0;
    for (int i = 0; i < table.size(); i++) {
      String name = inputs.synapses().axons().name(table.pre(i));
      boolean top = inputs.numerator().contains(name);
      if (inputs.isTaken(i) && (top || inputs.rest().contains(name))) {
        double at = table.positionUm(i, axis.number());
        if (Double.isNaN(at)) {
          withoutPlace++;
        } else {
          um.add(at);
          inNumerator.add(top);
          probabilities.add(table.probability(i));
        }
      }
    }
    if (um.isEmpty()) {
      throw new GraphException(
          "No synapse of these classes of axons in data set \"%s\" has a place"
              .formatted(inputs.synapses().neurons().dataset()));
    }
    DepthProfile.Range range =
        new DepthProfile.Range(
            Double.isNaN(fromUm) ? um.min() : fromUm,
            Double.isNaN(toUm) ? Math.nextUp(um.max()) : toUm,
            binUm);
    Map<String, Object> usage = new LinkedHashMap<>(inputs.synapses().usage().toMap());
    usage.put("withoutPlace", withoutPlace);
    usage.put(
        "outsideOfBins",
        (long)
            um.count(
                at -> at < range.fromUm() || at >= range.fromUm() + range.bins() * range.binUm()));
    return new Depths(um.toArray(), inNumerator.toArray(), probabilities.toArray(), range, usage);
  }

  /// Numerator over denominator of a bin, each synapse counted with its probability.
  double expectedShare(DepthProfile.Bin bin) {
    double top = 0;
    double all = 0;
    for (int i = 0; i < um.length; i++) {
      if (um[i] >= bin.fromUm() && um[i] < bin.toUm()) {
        all += probabilities[i];
        top += inNumerator[i] ? probabilities[i] : 0;
      }
    }
    return all == 0 ? Double.NaN : top / all;
  }
}
