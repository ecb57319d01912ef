package org.connectarium.analysis.comparison.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.connectarium.analysis.comparison.graph.SideBySide.SampleName;
import org.connectarium.analysis.innervation.graph.Populations;
import org.connectarium.analysis.innervation.graph.Populations.Population;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.TargetCounts;
import org.connectarium.analysis.synapses.UncertainCounts;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.connectome.SizeMeasure;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/// Samples that have a number for each axon.
final class AxonSamples {
  private AxonSamples() {}

  /// Fractions of synapses of each axon onto each target class.
  static Map<SampleName, Sample> fractions(Populations populations) {
    Map<SampleName, Sample> samples = new LinkedHashMap<>();
    for (Population population : populations.all()) {
      UncertainCounts counts = population.counts();
      for (int c = 0; c < counts.classes().size(); c++) {
        int column = c;
        samples.put(
            new SampleName(population.axonClass(), counts.classes().get(c), "fraction"),
            new Sample(
                fractions(counts.counts(), c),
                counts.isCertain()
                    ? Optional.empty()
                    : Optional.of(random -> fractions(counts.drawn(random), column))));
      }
    }
    return samples;
  }

  private static double[] fractions(TargetCounts counts, int column) {
    return IntStream.range(0, counts.rows())
        .filter(row -> counts.synapses(row) > 0)
        .mapToDouble(row -> (double) counts.count(row, column) / counts.synapses(row))
        .toArray();
  }

  /// Synapses of each axon, and of each connection of the axons of a population.
  static Map<SampleName, Sample> synapseNumbers(Populations populations) {
    Map<SampleName, Sample> samples = new LinkedHashMap<>();
    for (Population population : populations.all()) {
      UncertainCounts counts = population.counts();
      samples.put(
          new SampleName(population.axonClass(), "", "synapsesPerAxon"),
          new Sample(
              doubles(counts.counts().totals()),
              counts.isCertain()
                  ? Optional.empty()
                  : Optional.of(random -> doubles(counts.drawn(random).totals()))));
      samples.put(
          new SampleName(population.axonClass(), "", "meanSynapsesPerConnection"),
          Sample.certain(perConnection(populations, population)));
    }
    return samples;
  }

  /// Of each axon the mean number of synapses of its connections.
  private static double[] perConnection(Populations populations, Population population) {
    SynapseTable table = populations.synapses().table();
    int[] rows = rows(population, populations.synapses().neurons().size());
    int[] synapses = new int[population.counts().counts().rows()];
    int[] partners = new int[synapses.length];
    LongIntHashMap seen = new LongIntHashMap();
    for (int i = 0; i < table.size(); i++) {
      int row = rows[table.pre(i)];
      if (row >= 0) {
        synapses[row]++;
        long pair = (long) table.pre(i) << 32 | table.post(i);
        partners[row] += seen.addToValue(pair, 1) == 1 ? 1 : 0;
      }
    }
    return IntStream.range(0, synapses.length)
        .mapToDouble(row -> (double) synapses[row] / partners[row])
        .toArray();
  }

  /// Of each axon the mean logarithm to base 10 of the sizes of its synapses, where it has one that
  /// is known.
  ///
  /// @throws GraphException if no synapse has this size
  static Map<SampleName, Sample> logSizes(Populations populations, SizeMeasure size) {
    SynapseTable table = populations.synapses().table();
    Map<SampleName, Sample> samples = new LinkedHashMap<>();
    Set<Integer> known = new HashSet<>();
    for (Population population : populations.all()) {
      int[] rows = rows(population, populations.synapses().neurons().size());
      boolean certain = population.counts().isCertain();
      double[] values = meanLogs(table, rows, population, i -> true);
      known.add(values.length);
      samples.put(
          new SampleName(population.axonClass(), "", "meanLog10" + capital(size.property())),
          new Sample(
              values,
              certain
                  ? Optional.empty()
                  : Optional.of(
                      random ->
                          meanLogs(
                              table,
                              rows,
                              population,
                              i -> random.nextDouble() < table.probability(i)))));
    }
    if (known.equals(Set.of(0))) {
      throw new GraphException(
          "No synapse of data set \"%s\" has %s; choose another size"
              .formatted(populations.synapses().neurons().dataset(), size.property()));
    }
    return samples;
  }

  private static double[] meanLogs(
      SynapseTable table, int[] rows, Population population, IntPredicate real) {
    double[] sums = new double[population.counts().counts().rows()];
    int[] numbers = new int[sums.length];
    for (int i = 0; i < table.size(); i++) {
      int row = rows[table.pre(i)];
      if (row >= 0 && !Float.isNaN(table.areaUm2(i)) && real.test(i)) {
        sums[row] += Math.log10(table.areaUm2(i));
        numbers[row]++;
      }
    }
    DoubleArrayList means = new DoubleArrayList();
    for (int row = 0; row < sums.length; row++) {
      if (numbers[row] > 0) {
        means.add(sums[row] / numbers[row]);
      }
    }
    return means.toArray();
  }

  /// The row of each neuron in a population, -1 if it is not of it.
  private static int[] rows(Population population, int neurons) {
    int[] rows = new int[neurons];
    Arrays.fill(rows, -1);
    TargetCounts counts = population.counts().counts();
    for (int row = 0; row < counts.rows(); row++) {
      rows[counts.neurite(row)] = row;
    }
    return rows;
  }

  private static double[] doubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
