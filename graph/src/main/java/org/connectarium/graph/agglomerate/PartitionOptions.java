package org.connectarium.graph.agglomerate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.join.JoinRule;
import org.connectarium.graph.partition.SignedGraph;
import org.connectarium.graph.procedure.ProcedureOptions;
import org.connectarium.graph.score.ScoreChoice;
import org.connectarium.graph.score.ScoreKind;
import org.connectarium.graph.score.ScoreRegistry;

/// How contacts speak for or against their segments being one. A contact of continuity p weighs
/// *ln(p / (1 − p)) − ln(prior / (1 − prior))*: it attracts above the prior and repels below.
/// Contacts of probability 1, such as those at block faces, are cut for a cannot-link only;
/// several contacts between the same segments add up.
///
/// - `prior`: continuity at which a contact says nothing, 0.01…0.99; higher splits more
/// - `cannotLink`: pairs of segments that must end up apart, whatever their contacts say
/// - `continuity`: the property of contacts that says it; those without it say nothing
public record PartitionOptions(double prior, List<Pair> cannotLink, String continuity) {
  public static final PartitionOptions DEFAULT =
      new PartitionOptions(0.5, List.of(), ScoreKind.HEIGHT);

  private static final List<String> KEYS = List.of("prior", "cannotLink", ScoreChoice.CONTINUITY);
  private static final double LEAST_PRIOR = 0.01;

  /* A classifier that is surer than this is not believed to be. */
  private static final double SUREST = 1 - 1e-4;

  /// Ids of two different segments.
  public record Pair(long a, long b) {}

  /// @throws IllegalArgumentException if a value is out of its range
  public PartitionOptions {
    if (!(prior >= LEAST_PRIOR && prior <= 1 - LEAST_PRIOR)) {
      throw new IllegalArgumentException("prior must be 0.01…0.99 but was " + prior);
    }
    cannotLink = List.copyOf(cannotLink);
    for (Pair pair : cannotLink) {
      if (pair.a == pair.b) {
        throw new IllegalArgumentException(
            "cannotLink names segment " + pair.a + " twice; give two different segments");
      }
    }
  }

  static PartitionOptions of(Map<String, Object> map) {
    ProcedureOptions options = new ProcedureOptions(map, KEYS);
    return new PartitionOptions(
        options.probability("prior", DEFAULT.prior),
        options.pairs("cannotLink").stream().map(p -> new Pair(p[0], p[1])).toList(),
        options.text(ScoreChoice.CONTINUITY).orElse(DEFAULT.continuity));
  }

  /// The weights of all contacts, and those of the pairs that must be apart.
  ///
  /// @throws GraphException if a pair names a segment that is not there
  SignedGraph signed(SegmentGraph graph) {
    int contacts = graph.from().length;
    int edges = contacts + cannotLink.size();
    int[] from = Arrays.copyOf(graph.from(), edges);
    int[] to = Arrays.copyOf(graph.to(), edges);
    double[] weight = new double[edges];
    double sum = 1;
    for (int k = 0; k < contacts; k++) {
      weight[k] = graph.continuity()[k] < 1 ? weight(graph.continuity()[k]) : 0;
      sum += Math.abs(weight[k]);
    }
    double certain = sum;
    for (int k = 0; k < contacts; k++) {
      if (graph.continuity()[k] >= 1) {
        weight[k] = certain;
        sum += certain;
      }
    }
    for (int k = contacts; k < edges; k++) {
      Pair pair = cannotLink.get(k - contacts);
      from[k] = index(graph, pair.a);
      to[k] = index(graph, pair.b);
      weight[k] = -sum;
    }
    return new SignedGraph(graph.segments(), from, to, weight);
  }

  /// Joins are contacts that attract, inside what the partition left together.
  JoinRule rule(ScoreRegistry registry) {
    return new JoinRule(
        AgglomerationOptions.above(prior),
        registry.continuity(continuity),
        0,
        0,
        Optional.empty(),
        0,
        true);
  }

  private double weight(double continuity) {
    double p = Math.clamp(continuity, 1 - SUREST, SUREST);
    return Math.log(p / (1 - p)) - Math.log(prior / (1 - prior));
  }

  private static int index(SegmentGraph graph, long id) {
    int index = Arrays.binarySearch(graph.ids(), id);
    if (index < 0) {
      throw new GraphException("cannotLink names segment " + id + ", which is not in the graph");
    }
    return index;
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"prior\":%s,\"cannotLink\":[%s],\"continuity\":\"%s\"}",
        prior,
        cannotLink.stream()
            .map(pair -> "[" + pair.a + "," + pair.b + "]")
            .collect(Collectors.joining(",")),
        continuity);
  }
}
