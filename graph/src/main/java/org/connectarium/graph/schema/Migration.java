package org.connectarium.graph.schema;

import java.util.List;

/// One step from the schema `version - 1` to `version`. A released step never changes: a new
/// schema is a new step at the end of [#ALL].
record Migration(int version, List<String> statements) {
  static final List<Migration> ALL =
      List.of(
          new Migration(
              1,
              List.of(
                  "CREATE CONSTRAINT segment_id IF NOT EXISTS"
                      + " FOR (s:Segment) REQUIRE s.id IS UNIQUE",
                  "CREATE CONSTRAINT agglomerate_id IF NOT EXISTS"
                      + " FOR (a:Agglomerate) REQUIRE a.id IS UNIQUE",
                  "CREATE CONSTRAINT run_id IF NOT EXISTS FOR (r:Run) REQUIRE r.id IS UNIQUE",
                  "CREATE CONSTRAINT run_key IF NOT EXISTS FOR (r:Run) REQUIRE r.key IS UNIQUE",
                  "CREATE CONSTRAINT batch_key IF NOT EXISTS FOR (b:Batch) REQUIRE b.key IS UNIQUE",
                  "CREATE POINT INDEX segment_position IF NOT EXISTS"
                      + " FOR (s:Segment) ON (s.position)")),
          new Migration(
              2,
              List.of(
                  "CREATE CONSTRAINT truth_id IF NOT EXISTS FOR (t:Truth) REQUIRE t.id IS UNIQUE",
                  "CREATE CONSTRAINT truth_cell_id IF NOT EXISTS"
                      + " FOR (c:TruthCell) REQUIRE (c.truth, c.id) IS UNIQUE",
                  "CREATE CONSTRAINT truth_skeleton_id IF NOT EXISTS"
                      + " FOR (s:TruthSkeleton) REQUIRE (s.truth, s.id) IS UNIQUE")),
          new Migration(
              3,
              List.of(
                  "CREATE CONSTRAINT former_agglomerate_id IF NOT EXISTS"
                      + " FOR (f:FormerAgglomerate) REQUIRE f.id IS UNIQUE",
                  "CREATE CONSTRAINT decision_number IF NOT EXISTS"
                      + " FOR (d:Decision) REQUIRE d.number IS UNIQUE",
                  "CREATE INDEX former_agglomerate_key IF NOT EXISTS"
                      + " FOR (f:FormerAgglomerate) ON (f.key, f.until)",
                  "CREATE INDEX decision_at IF NOT EXISTS FOR (d:Decision) ON (d.at)")),
          new Migration(
              4,
              List.of(
                  "CREATE CONSTRAINT branch_name IF NOT EXISTS"
                      + " FOR (b:Branch) REQUIRE b.name IS UNIQUE")),
          /* normals and spreads of contacts, shapes of segments: older graphs go without them */
          new Migration(5, List.of()),
          new Migration(
              6,
              List.of(
                  "CREATE CONSTRAINT scores_name IF NOT EXISTS"
                      + " FOR (s:Scores) REQUIRE (s.kind, s.name) IS UNIQUE",
                  "CREATE CONSTRAINT scores_properties IF NOT EXISTS"
                      + " FOR (s:Scores) REQUIRE s.properties IS UNIQUE")),
          new Migration(
              7,
              List.of(
                  "CREATE CONSTRAINT connectome_name IF NOT EXISTS"
                      + " FOR (c:Connectome) REQUIRE c.name IS UNIQUE",
                  "CREATE CONSTRAINT neuron_id IF NOT EXISTS"
                      + " FOR (n:Neuron) REQUIRE (n.dataset, n.id) IS UNIQUE",
                  "CREATE CONSTRAINT synapse_id IF NOT EXISTS"
                      + " FOR (s:Synapse) REQUIRE (s.dataset, s.id) IS UNIQUE",
                  "CREATE INDEX neuron_class IF NOT EXISTS FOR (n:Neuron) ON (n.dataset, n.class)",
                  "CREATE POINT INDEX neuron_position IF NOT EXISTS FOR (n:Neuron) ON (n.position)",
                  "CREATE POINT INDEX synapse_position IF NOT EXISTS"
                      + " FOR (s:Synapse) ON (s.position)")),
          new Migration(
              8,
              List.of(
                  "CREATE CONSTRAINT spine_head_id IF NOT EXISTS"
                      + " FOR (h:SpineHead) REQUIRE h.id IS UNIQUE")));
}
