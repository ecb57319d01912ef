package org.connectarium.analysis.innervation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.connectarium.analysis.inference.FalseDiscovery;
import org.connectarium.analysis.inference.KolmogorovSmirnov;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.TargetCounts;
import org.jspecify.annotations.Nullable;

/// Axons that hit a class more often than chance explains; made by [Innervation#specificity].
public final class Specificity {
  private final TargetCounts counts;
  private final List<TargetSpecificity> targets;
  private final double[][] pValues; // of each class, for each row
  private final List<BitSet> specific;

  private Specificity(
      TargetCounts counts,
      List<TargetSpecificity> targets,
      double[][] pValues,
      List<BitSet> specific) {
    this.counts = counts;
    this.targets = List.copyOf(targets);
    this.pValues = pValues;
    this.specific = specific;
  }

  static Specificity of(TargetCounts counts, SpecificityOptions options, Workers workers) {
    return of(counts, options, null, workers);
  }

  /// The same for drawn counts of the same population, where axons are looked for in the classes
  /// that passed the gate. Axons without synapses are left out. Nothing is drawn.
  Specificity repeated(TargetCounts drawn, SpecificityOptions options) {
    return of(drawn, options, passed());
  }

  /// Axons that are looked for in given classes, without a gate. Axons without synapses are left
  /// out. Nothing is drawn.
  static Specificity of(TargetCounts drawn, SpecificityOptions options, BitSet passed) {
    return of(
        drawn.select(row -> drawn.synapses(row) > 0),
        options.withGate(SpecificityOptions.Gate.LIMIT, options.gateLevel()).withDraws(0, 0),
        passed,
        Workers.of(1));
  }

  /// The classes in which axons were looked for.
  BitSet passed() {
    BitSet passed = new BitSet();
    for (int c = 0; c < targets.size(); c++) {
      passed.set(c, targets.get(c).qualifies());
    }
    return passed;
  }

  /// @param passed classes that pass; null: the gate of the options decides
  private static Specificity of(
      TargetCounts counts, SpecificityOptions options, @Nullable BitSet passed, Workers workers) {
    if (counts.rows() == 0) {
      throw new IllegalArgumentException("no axon has enough synapses");
    }
    int[] n = counts.totals();
    SynapseNumbers numbers = SynapseNumbers.of(n);
    int classes = counts.classes().size();
    DirichletMultinomial joint =
        options.model() == NullModel.BETA_BINOMIAL ? DirichletMultinomial.of(counts) : null;
    double[][] pValues = new double[classes][];
    List<TargetSpecificity> targets = new ArrayList<>();
    List<BitSet> specific = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      int[] k = counts.column(c);
      FirstHitRate rate = options.rate().of(n, k);
      CountModel model = joint == null ? rated(options.model(), rate.rate()) : joint.marginal(c);
      NullMixture mixture = new NullMixture(numbers, model);
      double[] p = new double[n.length];
      for (int axon = 0; axon < n.length; axon++) {
        p[axon] = mixture.tail(numbers.group(axon), k[axon]);
      }
      KolmogorovSmirnov test = mixture.largerThanExpected(k);
      double simulated =
          options.draws() == 0
              ? Double.NaN
              : pooled(numbers, model, n, k)
                  .simulatedP(k, options.draws(), options.seed() * classes + c, workers);
      double gate = options.gate() == SpecificityOptions.Gate.LIMIT ? test.p() : simulated;
      boolean qualifies =
          (passed == null ? gate < options.gateLevel() : passed.get(c))
              && !options.neverSpecific().contains(counts.classes().get(c));
      ExpectedP.Threshold threshold =
          qualifies
              ? mixture.expectedP().threshold(p, options.falseShare())
              : new ExpectedP.Threshold(Double.NaN, Double.NaN);
      BitSet found = new BitSet();
      for (int axon = 0; axon < n.length; axon++) {
        found.set(axon, p[axon] < threshold.p());
      }
      pValues[c] = p;
      specific.add(found);
      targets.add(
          new TargetSpecificity(
              counts.classes().get(c),
              rate,
              model,
              test,
              simulated,
              qualifies,
              threshold.p(),
              threshold.falseShare(),
              found.cardinality(),
              (double) found.cardinality() / n.length));
    }
    return new Specificity(counts, targets, pValues, specific);
  }

  /// The null of the simulated test. At the pooled rate its p-values are uniform; at the
  /// first-hit rate, which hangs on the few axons that miss, small ones would come too often.
  private static NullMixture pooled(SynapseNumbers numbers, CountModel model, int[] n, int[] k) {
    double share =
        (double) Arrays.stream(k).asLongStream().sum() / Arrays.stream(n).asLongStream().sum();
    return new NullMixture(
        numbers,
        switch (model) {
          case CountModel.Binomial _ -> new CountModel.Binomial(share);
          case CountModel.Poisson _ -> new CountModel.Poisson(share);
          case CountModel.BetaBinomial same -> same;
        });
  }

  private static CountModel rated(NullModel model, double rate) {
    return switch (model) {
      case BINOMIAL -> new CountModel.Binomial(rate);
      case POISSON -> new CountModel.Poisson(rate);
      case BETA_BINOMIAL -> throw new IllegalStateException("has no rate");
    };
  }

  /// The counts that were looked at.
  public TargetCounts counts() {
    return counts;
  }

  /// One result per class, in the order of columns.
  public List<TargetSpecificity> targets() {
    return targets;
  }

  /// Chance of at least as many synapses onto a class as the axon has.
  public double p(int row, int column) {
    return pValues[column][row];
  }

  /// Q-values of all axons for a class after Benjamini and Hochberg, another way to the same
  /// question: theirs do not use the null rate's discrete distribution of p and so are larger.
  public double[] qValues(int column) {
    return FalseDiscovery.benjaminiHochberg(pValues[column]);
  }

  /// Whether an axon is specific for a class.
  public boolean isSpecific(int row, int column) {
    return specific.get(column).get(row);
  }

  /// The rows specific for all of these classes at once, such as somata and proximal dendrites
  /// (perisomatic axons).
  public BitSet specificForAll(List<String> names) {
    BitSet rows = new BitSet();
    rows.set(0, counts.rows());
    for (String name : names) {
      rows.and(specific.get(counts.column(name)));
    }
    return rows;
  }

  /// The rows specific for at least one class.
  public BitSet specificForAny() {
    BitSet rows = new BitSet();
    specific.forEach(rows::or);
    return rows;
  }

  /// Share of axons that are specific for at least one class.
  public double share() {
    return (double) specificForAny().cardinality() / counts.rows();
  }

  /// The classes that an axon is specific for.
  public List<String> classesOf(int row) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < targets.size(); c++) {
      if (isSpecific(row, c)) {
        names.add(targets.get(c).target());
      }
    }
    return names;
  }
}
