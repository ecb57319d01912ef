package org.connectarium.graph.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.schema.GraphSchema;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// The `(:Scores)` nodes: which properties hold the probabilities of which model and run. Names of
/// properties come from here only, never from what a caller wrote. Two writers that take the same
/// names at once meet at a constraint: the later one fails.
public final class ScoreRegistry {
  private static final String STATE = "state";
  static final String WRITING = "writing";
  static final String COMPLETE = "complete";
  private static final String COUNT = "count";

  private final Transaction tx;

  public ScoreRegistry(Transaction tx) {
    this.tx = tx;
  }

  /// All models, by kind and name.
  public List<RegisteredScores> all() {
    try (var nodes = tx.findNodes(GraphSchema.SCORES)) {
      return nodes.stream()
          .map(this::read)
          .sorted(
              Comparator.comparing((RegisteredScores s) -> s.model().kind().word())
                  .thenComparing(s -> s.model().name()))
          .toList();
    }
  }

  /// What is known of a model.
  public Optional<RegisteredScores> find(ScoreModel model) {
    return Optional.ofNullable(node(model)).map(this::read);
  }

  /// Begins to write scores of a model, or goes on.
  ///
  /// @throws GraphException if the graph has scores of this name from another run, or lacks the run
  public RegisteredScores begin(ScoreModel model, String run) {
    Optional<RegisteredScores> known = find(model);
    if (known.isPresent()) {
      known.get().requireSame(run);
      return known.get();
    }
    Node ofRun = tx.findNode(GraphSchema.RUN, "id", run);
    if (ofRun == null) {
      throw new GraphException("Run " + run + " is not in the graph; store it before its rows");
    }
    boolean first = all().stream().noneMatch(s -> s.model().kind() == model.kind());
    RegisteredScores begun = RegisteredScores.begun(model, run, first);
    Node node = tx.createNode(GraphSchema.SCORES);
    node.setProperty("kind", model.kind().word());
    node.setProperty("name", model.name());
    node.setProperty("properties", begun.properties().toArray(String[]::new));
    node.setProperty("run", ofRun.getProperty("key"));
    node.setProperty(STATE, WRITING);
    node.setProperty(COUNT, 0L);
    return begun;
  }

  /// Counts contacts or segments that got scores in this transaction. Others that do the same wait.
  ///
  /// @throws GraphException if the model was not begun
  public void written(ScoreModel model, long count) {
    Node node = begun(model);
    tx.acquireWriteLock(node);
    node.setProperty(COUNT, (long) node.getProperty(COUNT) + count);
    node.setProperty(STATE, WRITING);
  }

  /// Says that all scores of a model are written.
  ///
  /// @throws GraphException if the model was not begun
  public void complete(ScoreModel model) {
    begun(model).setProperty(STATE, COMPLETE);
  }

  /// Checks the name of a property of contacts that says how continuous they are.
  ///
  /// @throws GraphException if it is neither `pContinuity` nor that of a model whose scores are
  ///     complete
  public String continuity(String property) {
    if (property.equals(ScoreKind.HEIGHT)) {
      return ScoreKind.HEIGHT;
    }
    List<RegisteredScores> models = of(ScoreKind.CONTINUITY);
    return models.stream()
        .filter(s -> s.properties().contains(property))
        .findFirst()
        .orElseThrow(() -> noContinuity(property, models))
        .whole()
        .properties()
        .getFirst();
  }

  /// The scores of a model, or of the first of its kind if none is named.
  ///
  /// @throws GraphException if there is none, or its scores are not complete
  public RegisteredScores require(ScoreKind kind, Optional<String> name) {
    List<RegisteredScores> models = of(kind);
    return models.stream()
        .filter(
            s ->
                name.map(s.model().name()::equals).orElse(s.properties().equals(kind.plainNames())))
        .findFirst()
        .orElseThrow(() -> noModel(kind, name, models))
        .whole();
  }

  /// The property of segments that holds what a plain name of a type stands for. Without a model it
  /// is the plain name itself, whoever wrote it.
  ///
  /// @throws GraphException if the model is unknown, has no such type, or its scores are not
  ///     complete
  public String type(String plain, Optional<String> model) {
    if (!ScoreKind.TYPE.plainNames().contains(plain)) {
      if (model.isPresent()) {
        throw new GraphException(
            "Models of types have %s but not %s"
                .formatted(String.join(", ", ScoreKind.TYPE.plainNames()), plain));
      }
      return plain;
    }
    if (model.isPresent()) {
      return require(ScoreKind.TYPE, model).property(plain);
    }
    of(ScoreKind.TYPE).stream()
        .filter(s -> s.properties().contains(plain))
        .forEach(RegisteredScores::whole);
    return plain;
  }

  private List<RegisteredScores> of(ScoreKind kind) {
    return all().stream().filter(s -> s.model().kind() == kind).toList();
  }

  private static GraphException noContinuity(String property, List<RegisteredScores> models) {
    String known =
        models.stream()
            .map(s -> ", " + s.properties().getFirst())
            .collect(Collectors.joining("", ScoreKind.HEIGHT, ""));
    return new GraphException(
        "No scores of continuity are called \"" + property + "\"; there are " + known);
  }

  private static GraphException noModel(
      ScoreKind kind, Optional<String> name, List<RegisteredScores> models) {
    String known =
        models.isEmpty()
            ? "none"
            : models.stream().map(s -> s.model().name()).collect(Collectors.joining(", "));
    return new GraphException(
        "The graph has no scores of %s; there are of this kind: %s"
            .formatted(
                name.map(n -> "the " + kind.word() + " model \"" + n + '"')
                    .orElse("a " + kind.word() + " model"),
                known));
  }

  private Node begun(ScoreModel model) {
    Node node = node(model);
    if (node == null) {
      throw RegisteredScores.unknown(model);
    }
    return node;
  }

  private @Nullable Node node(ScoreModel model) {
    try (var nodes =
        tx.findNodes(GraphSchema.SCORES, "kind", model.kind().word(), "name", model.name())) {
      return nodes.hasNext() ? nodes.next() : null;
    }
  }

  private RegisteredScores read(Node node) {
    Node run = tx.findNode(GraphSchema.RUN, "key", node.getProperty("run"));
    return new RegisteredScores(
        new ScoreModel(
            ScoreKind.of((String) node.getProperty("kind")), (String) node.getProperty("name")),
        Arrays.asList((String[]) node.getProperty("properties")),
        run == null ? "" : (String) run.getProperty("id"),
        node.getProperty(STATE).equals(COMPLETE),
        (long) node.getProperty(COUNT));
  }
}
