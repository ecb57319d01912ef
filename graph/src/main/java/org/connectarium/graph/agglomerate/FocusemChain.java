package org.connectarium.graph.agglomerate;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.agglomerate.FocusemOptions.FirstAgglomeration;
import org.connectarium.graph.agglomerate.FocusemResult.StepResult;
import org.connectarium.graph.agglomerate.FocusemState.Moment;
import org.connectarium.graph.columns.ColumnProperties;
import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ContactColumns;
import org.connectarium.graph.columns.Joins;
import org.connectarium.graph.columns.SegmentColumns;
import org.connectarium.graph.columns.Trait;
import org.connectarium.graph.growth.DirectionalGrowth;
import org.connectarium.graph.leftover.Leftovers;
import org.connectarium.graph.soma.Somata;
import org.connectarium.graph.spine.SpineAttachment;

/// The steps of FocusEM's agglomeration one after the other, each on what those before it made. In
/// FocusEM a segment can be of an axon and of a dendrite; here it is of one agglomerate, so a step
/// leaves to earlier ones what they took. Pieces of objects at block faces are one from the start.
final class FocusemChain {
  private final SegmentColumns segments;
  private final ContactColumns contacts;
  private final Columns columns;
  private final FocusemOptions options;
  private final StopCheck stop;
  private final FocusemState state;
  private final boolean[] excluded;

  /* Contacts that joined by the thresholds of a first agglomeration, and at block faces. */
  private Joins extra = new Joins(new int[0], new int[0]);

  /// Checks that there is what the steps need.
  ///
  /// @throws GraphException if a step lacks a property of segments, or the size of voxels
  FocusemChain(
      Columns columns, ColumnProperties properties, FocusemOptions options, StopCheck stop) {
    this.columns = columns;
    this.segments = columns.segments();
    this.contacts = columns.contacts();
    this.options = options;
    this.stop = stop;
    if (options.steps().contains(FocusemStep.GROWTH) && options.voxelNm().isEmpty()) {
      throw new GraphException(
          "The step growth needs voxelSizeNm, the size of voxels in nm as [x, y, z]; give it, or"
              + " leave the step out of steps");
    }
    for (FocusemStep step : options.steps()) {
      for (Trait trait : step.needs()) {
        if (segments.count() > 0 && !segments.known().contains(trait)) {
          throw new GraphException(
              "No segment has the property %s, which the step %s needs;"
                      .formatted(properties.of(trait), step.word())
                  + " classify the segments first, or leave the step out of steps");
        }
      }
    }
    this.state = new FocusemState(segments.voxels(), options);
    this.excluded = new boolean[segments.count()];
    for (int i = 0; i < excluded.length; i++) {
      excluded[i] =
          segments.isAbove(Trait.VESSEL, i, options.exclusion().vessel())
              || segments.isAbove(Trait.NUCLEUS, i, options.exclusion().nucleus())
              || segments.isAbove(Trait.MYELIN, i, options.exclusion().myelin());
    }
    for (int k = 0; k < contacts.count(); k++) {
      if (contacts.face()[k]) {
        state.join(contacts.from()[k], contacts.to()[k]);
      }
    }
  }

  List<StepResult> run() {
    List<StepResult> results = new ArrayList<>();
    for (FocusemStep step : options.steps()) {
      stop.check();
      long begin = System.nanoTime();
      long joined = run(step);
      Moment made = state.now();
      results.add(
          new StepResult(
              step, joined, made.count(), made.unassigned(), (System.nanoTime() - begin) / 1e9));
    }
    return results;
  }

  /// What came of the steps.
  Moment end() {
    return state.now();
  }

  /// All joins but those at block faces and of the first agglomerations.
  Joins extra() {
    return extra;
  }

  private long run(FocusemStep step) {
    return switch (step) {
      case SOMATA -> somata();
      case AXONS ->
          first(
              options.axons(),
              Trait.AXON,
              FocusemState.AXON,
              FocusemState.DENDRITE | FocusemState.SOMA);
      case DENDRITES ->
          first(options.dendrites(), Trait.DENDRITE, FocusemState.DENDRITE, FocusemState.AXON);
      case LEFTOVERS -> leftovers();
      case GROWTH -> growth();
      case SPINES -> spines();
    };
  }

  private long first(FirstAgglomeration thresholds, Trait trait, int claim, int leftTo) {
    boolean[] isLeft = state.now().are(leftTo);
    boolean[] eligible = new boolean[segments.count()];
    for (int i = 0; i < eligible.length; i++) {
      eligible[i] =
          !isLeft[i]
              && !excluded[i]
              && segments.voxels()[i] > thresholds.segmentVoxelsAbove()
              && segments.isAbove(trait, i, thresholds.typeAbove());
      if (eligible[i]) {
        state.claim(i, claim);
      }
    }
    long joined = 0;
    for (int k = 0; k < contacts.count(); k++) {
      if (eligible[contacts.from()[k]]
          && eligible[contacts.to()[k]]
          && !contacts.face()[k]
          && contacts.voxels()[k] > thresholds.contactVoxelsAbove()
          && contacts.isAbove(k, thresholds.continuityAbove())) {
        joined += state.join(contacts.from()[k], contacts.to()[k]) ? 1 : 0;
      }
    }
    return joined;
  }

  private long somata() {
    Moment before = state.now();
    Somata somata =
        Somata.of(
            columns,
            before.component(),
            before.are(FocusemState.AXON),
            options.somata(),
            stop::check);
    for (int i = 0; i < segments.count(); i++) {
      if (somata.ofUnit()[before.component()[i]] >= 0) {
        state.claim(i, FocusemState.SOMA);
      }
    }
    return take(somata.joins());
  }

  private long leftovers() {
    Moment before = state.now();
    return take(
        Leftovers.join(
            contacts,
            before.component(),
            before.are(FocusemState.AXON | FocusemState.DENDRITE | FocusemState.SOMA),
            excluded,
            options.leftovers()));
  }

  private long growth() {
    Moment before = state.now();
    return take(
        DirectionalGrowth.grow(
            columns,
            before.component(),
            before.are(FocusemState.AXON),
            before.are(FocusemState.DENDRITE | FocusemState.SOMA),
            options.voxelNm().stream().mapToDouble(Double::doubleValue).toArray(),
            options.growth(),
            stop::check));
  }

  private long spines() {
    boolean[] taken =
        state.now().are(FocusemState.AXON | FocusemState.DENDRITE | FocusemState.SOMA);
    boolean[] head = new boolean[taken.length];
    boolean[] free = new boolean[taken.length];
    for (int i = 0; i < taken.length; i++) {
      free[i] = !taken[i];
      head[i] = free[i] && segments.isAbove(Trait.SPINE_HEAD, i, options.spines().headAbove());
      if (head[i]) {
        state.claim(i, FocusemState.SPINE_HEAD);
      }
    }
    long joined = take(SpineAttachment.heads(columns, free, options.spines()));
    Moment before = state.now();
    boolean[] dendrite = before.are(FocusemState.DENDRITE);
    boolean[] closed = before.are(FocusemState.AXON | FocusemState.SOMA);
    for (int i = 0; i < closed.length; i++) {
      closed[i] &= !dendrite[i];
    }
    return joined
        + take(
            SpineAttachment.attach(
                columns,
                before.component(),
                head,
                dendrite,
                closed,
                options.spines(),
                stop::check));
  }

  private long take(Joins joins) {
    extra = extra.and(joins);
    return state.join(joins);
  }
}
