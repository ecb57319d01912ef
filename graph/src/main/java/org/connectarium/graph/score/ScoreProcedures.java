package org.connectarium.graph.score;

import java.util.List;
import java.util.stream.Stream;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Procedure;

/// The procedures `connectome.scores.*`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class ScoreProcedures {
  @Context public Transaction transaction;

  /// A row of `list`.
  public record ScoresRow(
      @Description("continuity, synapse or type.") String kind,
      @Description("Name of the model.") String name,
      @Description("Properties of contacts or segments that hold its probabilities.")
          List<String> properties,
      @Description("Id of the (:Run) that made them.") String runId,
      @Description("complete, or writing: being written, or that was interrupted.") String state,
      @Description("Number of contacts or segments that have them.") long count) {}

  @Procedure(name = "connectome.scores.list", mode = Mode.READ)
  @Description("The models whose probabilities are in the graph.")
  public Stream<ScoresRow> list() {
    return new ScoreRegistry(transaction)
        .all().stream()
            .map(
                s ->
                    new ScoresRow(
                        s.model().kind().word(),
                        s.model().name(),
                        s.properties(),
                        s.run(),
                        s.complete() ? ScoreRegistry.COMPLETE : ScoreRegistry.WRITING,
                        s.count()));
  }
}
