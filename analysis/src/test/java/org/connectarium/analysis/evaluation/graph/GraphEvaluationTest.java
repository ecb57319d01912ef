package org.connectarium.analysis.evaluation.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.connectarium.analysis.evaluation.graph.LabelledGraph.contact;
import static org.connectarium.analysis.evaluation.graph.LabelledGraph.id;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.DoubleStream;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.graph.agglomerate.Agglomeration;
import org.connectarium.graph.agglomerate.AgglomerationOptions;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.graph.agglomerate.StopCheck;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;

/// Figures from the graph are those from the voxels.
class GraphEvaluationTest {
  private static final int SEGMENTS = 60;

  @TempDir static Path home;
  private static GraphStore store;
  private static long[] segments;
  private static long[] truth;

  @BeforeAll
  static void aRandomVolume() {
    store = GraphStore.open(home);
    Random random = new Random(20);
    segments = random.longs(8_000, 0, SEGMENTS + 1).toArray();
    // a segment mostly lies in the cell of its number
    truth =
        Arrays.stream(segments)
            .map(s -> random.nextInt(4) > 0 ? s % 12 : random.nextInt(12))
            .toArray();
    List<ContactRow> contacts = new ArrayList<>();
    for (int k = 0; k < 150; k++) {
      int low = 1 + random.nextInt(SEGMENTS - 1);
      contacts.add(contact(low, low + 1 + random.nextInt(SEGMENTS - low), random.nextDouble()));
    }
    LabelledGraph.load(store.database(), segments, truth, contacts);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void segmentsAndAgglomeratesScoreAsTheirVoxelsDo() {
    Membership membership = agglomerate(0.7);
    for (LongUnaryOperator group : List.<LongUnaryOperator>of(s -> s, membership::of)) {
      assertSame(
          ask(e -> e.volume(Optional.empty(), Optional.empty(), group)), ofVoxels(group), "0.7");
    }
  }

  @Test
  void everyThresholdScoresAsAnAgglomerationWithItDoes() {
    double[] falling = {1, 0.9, 0.71, 0.7, 0.3, 0};
    List<ThresholdCurve.Point> curve =
        ask(
            e ->
                e.thresholds(
                        Optional.empty(),
                        Optional.empty(),
                        DoubleStream.of(falling),
                        AgglomerationOptions.minContinuity(0))
                    .toList());
    assertThat(curve).hasSize(falling.length);
    for (ThresholdCurve.Point point : curve) {
      Membership membership = agglomerate(point.minContinuity());
      assertSame(point.metrics(), ofVoxels(membership::of), "threshold " + point.minContinuity());
      assertThat(point.components())
          .isEqualTo(Arrays.stream(membership.agglomerateIds()).distinct().count());
    }
  }

  @Test
  void twoAgglomerationsDifferAsTheirVoxelsDo() {
    Membership high = agglomerate(0.8);
    Membership low = agglomerate(0.4);
    long[] now = Arrays.stream(segments).map(s -> low.of(id(s))).toArray();
    long[] other = Arrays.stream(segments).map(s -> high.of(id(s))).toArray();
    SegmentationMetrics m = ask(e -> e.compare(low::of, AgglomerationOptions.minContinuity(0.8)));
    assertSame(m, SegmentationMetrics.of(Contingency.of(now, other)), "0.4 and 0.8");
    assertThat(m.viSplitBits()).isCloseTo(0, within(1e-12)); // low joins all that high does
    assertThat(m.viMergeBits()).isGreaterThan(0.5);
  }

  @Test
  void theCurveStopsBetweenThresholds() {
    AtomicInteger calls = new AtomicInteger();
    StopCheck later =
        () -> {
          if (calls.incrementAndGet() > 15) { // a check per cell, then one per threshold
            throw new CancellationException("enough");
          }
        };
    try (Transaction tx = store.database().beginTx()) {
      var curve =
          new GraphEvaluation(tx, later)
              .thresholds(
                  Optional.empty(),
                  Optional.empty(),
                  DoubleStream.iterate(1, t -> t).limit(100),
                  AgglomerationOptions.DEFAULT);
      assertThatThrownBy(curve::toList).isInstanceOf(CancellationException.class);
    }
  }

  private static SegmentationMetrics ofVoxels(LongUnaryOperator group) {
    long[] labels = Arrays.stream(segments).map(s -> group.applyAsLong(id(s))).toArray();
    return SegmentationMetrics.of(Contingency.of(labels, truth));
  }

  private static void assertSame(SegmentationMetrics m, SegmentationMetrics expected, String what) {
    assertThat(m.voxels()).as(what).isEqualTo(expected.voxels());
    assertThat(m.coverage()).as(what).isCloseTo(expected.coverage(), within(1e-12));
    assertThat(m.viSplitBits()).as(what).isCloseTo(expected.viSplitBits(), within(1e-9));
    assertThat(m.viMergeBits()).as(what).isCloseTo(expected.viMergeBits(), within(1e-9));
    assertThat(m.randPrecision()).as(what).isCloseTo(expected.randPrecision(), within(1e-12));
    assertThat(m.randRecall()).as(what).isCloseTo(expected.randRecall(), within(1e-12));
  }

  private static Membership agglomerate(double minContinuity) {
    Agglomeration agglomeration = new Agglomeration(store.database(), StopCheck.NEVER);
    agglomeration.run(AgglomerationOptions.minContinuity(minContinuity));
    return agglomeration.membership();
  }

  private static <T> T ask(Function<GraphEvaluation, T> question) {
    try (Transaction tx = store.database().beginTx()) {
      return question.apply(new GraphEvaluation(tx, StopCheck.NEVER));
    }
  }
}
