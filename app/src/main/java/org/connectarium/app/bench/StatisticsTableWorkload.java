package org.connectarium.app.bench;

import java.util.List;
import java.util.Locale;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.innervation.DepthProfile;
import org.connectarium.analysis.innervation.Innervation;
import org.connectarium.analysis.innervation.Specificity;
import org.connectarium.analysis.innervation.SpecificityOptions;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.TargetCounts;
import org.jspecify.annotations.Nullable;

/// Statistics of so many million synapses in a table, without a graph: how cost grows. The table is
/// made once, not timed; 30 bytes a synapse, twice that while it is made.
final class StatisticsTableWorkload implements Workload {
  private static final int MIN_SYNAPSES = 10;

  private final SyntheticConnectome connectome;
  private final Workers workers;
  private @Nullable SynapseTable table;
  private Timings timings = new Timings();

  StatisticsTableWorkload(Setting setting) {
    connectome = new SyntheticConnectome(setting.scaleMillions() * 1_000_000L);
    workers = Workers.of(setting.threads());
  }

  @Override
  public String what() {
    return String.format(
        Locale.ROOT,
        "statistics of about %,d synapses of %,d axons in a table",
        connectome.synapses(),
        connectome.axons());
  }

  @Override
  public String unit() {
    return "synapse";
  }

  @Override
  public long units() {
    return connectome.synapses();
  }

  @Override
  public Floor floor() {
    return new Floor(60, 1, "30 bytes a synapse, read at 1 GB/s for both sides of the table");
  }

  @Override
  public void prepare() {
    if (table == null) {
      table = connectome.table();
    }
    timings = new Timings();
  }

  @Override
  public void run() {
    SynapseTable synapses = table;
    if (synapses == null) {
      throw new IllegalStateException("not prepared");
    }
    TargetCounts counts =
        timings.time(
            "counts of inhibitory axons",
            () ->
                synapses.targetCounts(
                    MIN_SYNAPSES, i -> SyntheticConnectome.classOf(synapses.pre(i)) == 1));
    SpecificityOptions options = SpecificityOptions.defaults();
    Specificity found =
        timings.time(
            "specific axons, gate of 999 draws",
            () -> Innervation.specificity(counts, options, workers));
    timings.time("co-innervation", () -> Innervation.coInnervation(found));
    TargetCounts sources =
        timings.time(
            "counts of inputs",
            () ->
                synapses.sourceCounts(
                    connectome.axonClasses(), SyntheticConnectome.AXON_CLASSES, MIN_SYNAPSES));
    timings.time(
        "input ratios",
        () ->
            Innervation.inputRatios(
                sources, List.of("Inhibitory"), List.of("Corticocortical", "Thalamocortical"), 20));
    timings.time("depth profile", () -> depth(synapses));
  }

  private static DepthProfile depth(SynapseTable synapses) {
    double[] um = new double[synapses.size()];
    boolean[] inhibitory = new boolean[um.length];
    for (int i = 0; i < um.length; i++) {
      um[i] = synapses.positionUm(i, 0);
      inhibitory[i] = SyntheticConnectome.classOf(synapses.pre(i)) == 1;
    }
    return Innervation.depthProfile(um, inhibitory, new DepthProfile.Range(0, 60, 2));
  }

  @Override
  public String found() {
    return timings.toString();
  }
}
