package org.connectarium.analysis.evaluation.graph;

import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.connectarium.analysis.evaluation.graph.EvaluateProcedures.ContactsRow;
import org.connectarium.analysis.evaluation.graph.EvaluateProcedures.SkeletonsRow;
import org.connectarium.analysis.evaluation.graph.EvaluateProcedures.VolumeRow;
import org.connectarium.graph.branch.Branches;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedures that measure branches: what `connectome.evaluate.*` would say once the branch was
/// taken over. They try its edits out, for which Neo4j asks the right to write; nothing is kept.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class BranchEvaluationProcedures {
  private static final String BRANCH = "Name of a branch.";

  @Context public GraphDatabaseService database;
  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  @Procedure(name = "connectome.branch.volume", mode = Mode.WRITE)
  @Description("What connectome.evaluate.volume would say if the branch was taken over.")
  public Stream<VolumeRow> volume(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = "Those of connectome.evaluate.volume without asOf.")
          Map<String, Object> options) {
    return measures().volume(Measures.options(options), agglomerates(branch));
  }

  @Procedure(name = "connectome.branch.skeletons", mode = Mode.WRITE)
  @Description("What connectome.evaluate.skeletons would say if the branch was taken over.")
  public Stream<SkeletonsRow> skeletons(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = "Those of connectome.evaluate.skeletons without asOf.")
          Map<String, Object> options) {
    return measures()
        .skeletons(Measures.options(options, Measures.MIN_NODES), agglomerates(branch));
  }

  @Procedure(name = "connectome.branch.contacts", mode = Mode.WRITE)
  @Description("What connectome.evaluate.contacts would say if the branch was taken over.")
  public Stream<ContactsRow> contacts(
      @Name(value = "branch", description = BRANCH) String branch,
      @Name(
              value = "options",
              defaultValue = "{}",
              description = "Those of connectome.evaluate.contacts without asOf.")
          Map<String, Object> options) {
    return measures().contacts(Measures.options(options), agglomerates(branch));
  }

  private Measures measures() {
    return new Measures(new GraphEvaluation(transaction, terminationGuard::check));
  }

  private LongUnaryOperator agglomerates(String branch) {
    return new Branches(database, terminationGuard::check).membership(branch)::of;
  }
}
