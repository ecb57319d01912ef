package org.connectarium.graph.bolt;

import java.util.List;
import java.util.Map;
import org.connectarium.graph.truth.TruthKind;
import org.connectarium.graph.truth.TruthTransaction;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/// The procedures `connectome.loadTruth.*`: the single writes of truth, for a program in another
/// process.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class LoadTruthProcedures {
  private static final String TRUTH = "Name of the truth.";

  @Context public Transaction transaction;

  @Procedure(name = "connectome.loadTruth.begin", mode = Mode.WRITE)
  @Description("Marks a truth as being written; what it had before is to be removed then.")
  public void begin(
      @Name(value = "truth", description = TRUTH) String truth,
      @Name(value = "kind", description = "cells or skeletons.") String kind,
      @Name(value = "run", description = LoadProcedures.RUN_KEYS) Map<String, Object> run) {
    writes().begin(truth, TruthKind.of(kind), new RowMap(run).run());
  }

  @Procedure(name = "connectome.loadTruth.cells", mode = Mode.WRITE)
  @Description("Adds cells to a truth that was begun.")
  public void cells(
      @Name(value = "truth", description = TRUTH) String truth,
      @Name(value = "rows", description = "id, voxels (all of the cell).")
          List<Map<String, Object>> rows) {
    writes().cells(truth, rows.stream().map(row -> new TruthMap(row).cell()).toList());
  }

  @Procedure(name = "connectome.loadTruth.overlaps", mode = Mode.WRITE)
  @Description("Adds what cells of a truth that was begun share with segments.")
  public void overlaps(
      @Name(value = "truth", description = TRUTH) String truth,
      @Name(value = "rows", description = "segment (0: none), cell, voxels that both have.")
          List<Map<String, Object>> rows) {
    writes().overlaps(truth, rows.stream().map(row -> new TruthMap(row).overlap()).toList());
  }

  @Procedure(name = "connectome.loadTruth.skeletons", mode = Mode.WRITE)
  @Description("Adds skeletons to a truth that was begun.")
  public void skeletons(
      @Name(value = "truth", description = TRUTH) String truth,
      @Name(
              value = "rows",
              description = "id, and a value for each node in x, y, z (nm), parent, segments.")
          List<Map<String, Object>> rows) {
    writes().skeletons(truth, rows.stream().map(row -> new TruthMap(row).skeleton()).toList());
  }

  @Procedure(name = "connectome.loadTruth.complete", mode = Mode.WRITE)
  @Description("Marks a truth as written to its end.")
  public void complete(@Name(value = "truth", description = TRUTH) String truth) {
    writes().complete(truth);
  }

  private TruthTransaction writes() {
    return new TruthTransaction(transaction);
  }
}
