package org.connectarium.analysis.evaluation.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.connectarium.analysis.evaluation.graph.EvaluateProcedures.ContactsRow;
import org.connectarium.analysis.evaluation.graph.EvaluateProcedures.SkeletonsRow;
import org.connectarium.analysis.evaluation.graph.EvaluateProcedures.VolumeRow;
import org.connectarium.graph.procedure.ProcedureOptions;

/// What procedures measure against a truth, whatever state the agglomerates are of.
final class Measures {
  static final String MIN_NODES = "minNodes";

  /// Describes the options that all have; what of the segments the box is for follows.
  static final String TRUTH_AND_BOX =
      "truth (name; the only one of its kind), box (all; [x0, y0, z0, x1, y1, z1] in nm,";

  private static final String TRUTH = "truth";
  private static final String BOX = "box";

  private final GraphEvaluation evaluation;

  Measures(GraphEvaluation evaluation) {
    this.evaluation = evaluation;
  }

  /// Options that all have, and others.
  static ProcedureOptions options(Map<String, Object> given, String... others) {
    List<String> known = new ArrayList<>(List.of(TRUTH, BOX));
    known.addAll(List.of(others));
    return new ProcedureOptions(given, known);
  }

  Stream<VolumeRow> volume(ProcedureOptions o, LongUnaryOperator agglomerates) {
    return Stream.of(Level.values())
        .map(
            level ->
                VolumeRow.of(
                    level,
                    evaluation.volume(o.text(TRUTH), o.box(BOX), level.groups(agglomerates))));
  }

  Stream<SkeletonsRow> skeletons(ProcedureOptions o, LongUnaryOperator agglomerates) {
    long minNodes = o.count(MIN_NODES, 1);
    return Stream.of(Level.values())
        .map(
            level ->
                SkeletonsRow.of(
                    level,
                    evaluation.skeletons(
                        o.text(TRUTH), o.box(BOX), minNodes, level.groups(agglomerates))));
  }

  Stream<ContactsRow> contacts(ProcedureOptions o, LongUnaryOperator agglomerates) {
    return Stream.of(ContactsRow.of(evaluation.contacts(o.text(TRUTH), o.box(BOX), agglomerates)));
  }
}
