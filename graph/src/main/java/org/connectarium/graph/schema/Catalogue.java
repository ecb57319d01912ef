package org.connectarium.graph.schema;

import java.util.List;
import org.connectarium.graph.schema.GraphSchema.Entity;
import org.connectarium.graph.schema.GraphSchema.Property;

/// The table behind [GraphSchema#entities]. Types are named as Cypher names them.
final class Catalogue {
  static final List<Entity> ENTITIES =
      List.of(
          new Entity(
              "Segment",
              "A supervoxel of one block",
              List.of(
                  new Property("id", "INTEGER", "segment id, layer 1, unique"),
                  new Property("voxels", "INTEGER", "size in voxels"),
                  new Property("x", "FLOAT", "centroid x, nm"),
                  new Property("y", "FLOAT", "centroid y, nm"),
                  new Property("z", "FLOAT", "centroid z, nm"),
                  new Property("position", "POINT", "centroid again, for the point index, nm"),
                  new Property("insideX", "FLOAT", "x of a voxel surely inside, nm"),
                  new Property("insideY", "FLOAT", "y of the same voxel, nm"),
                  new Property("insideZ", "FLOAT", "z of the same voxel, nm"),
                  new Property(
                      "bboxVoxels", "LIST<INTEGER>", "x0, y0, z0, x1, y1, z1, end exclusive"),
                  new Property(
                      "covarianceNm2",
                      "LIST<FLOAT>",
                      "xx, xy, xz, yy, yz, zz of voxel centres, nm²"),
                  new Property("run", "INTEGER", "key of the run that made it"))),
          new Entity(
              "CONTACT",
              "(:Segment)-[:CONTACT]->(:Segment), lower id to higher, one per border piece",
              List.of(
                  new Property("piece", "INTEGER", "number of the piece between these two, from 0"),
                  new Property("areaUm2", "FLOAT", "contact area, µm²"),
                  new Property("voxels", "INTEGER", "interface voxels"),
                  new Property("x", "FLOAT", "centroid x, nm"),
                  new Property("y", "FLOAT", "centroid y, nm"),
                  new Property("z", "FLOAT", "centroid z, nm"),
                  new Property("face", "BOOLEAN", "true: one object cut by a block face"),
                  new Property("boundary", "FLOAT", "mean boundary evidence, 0…1"),
                  new Property("pContinuity", "FLOAT", "probability of one cell on both sides"),
                  new Property("run", "INTEGER", "key of the run that made it"))),
          new Entity(
              "Agglomerate",
              "Segments that belong together as of now",
              List.of(
                  new Property("id", "INTEGER", "agglomerate id, layer 2, unique, never reused"),
                  new Property(
                      "kind",
                      "STRING",
                      "any, or the type it was made for, or soma, or other (of no type, or too small)"),
                  new Property("voxels", "INTEGER", "sum over its segments"),
                  new Property("segments", "INTEGER", "number of its segments"),
                  new Property("run", "INTEGER", "key of the run that made it"))),
          new Entity(
              "PART_OF", "(:Segment)-[:PART_OF]->(:Agglomerate), one per segment", List.of()),
          new Entity(
              "MERGES",
              "(:Segment)-[:MERGES]->(:Segment), the smaller component into the larger",
              List.of(
                  new Property("p", "FLOAT", "threshold up to which they merge, falls upwards"))),
          new Entity(
              "Run",
              "One run of one stage: what made the things that carry its key",
              List.of(
                  new Property("id", "STRING", "name of the run, unique"),
                  new Property("key", "INTEGER", "short number of the run, unique"),
                  new Property("stage", "STRING", "stage of the pipeline"),
                  new Property("version", "STRING", "version of the program"),
                  new Property("parameters", "STRING", "parameters as JSON"),
                  new Property("inputHash", "STRING", "digest of the input"),
                  new Property("started", "STRING", "ISO 8601 time"),
                  new Property("ended", "STRING", "ISO 8601 time, empty while it runs"),
                  new Property("seed", "INTEGER", "seed of its random numbers"))),
          new Entity(
              "Batch",
              "Ledger of the sink: what of a batch is already committed",
              List.of(
                  new Property("key", "STRING", "name of the batch, unique"),
                  new Property("kind", "STRING", "segments or contacts"),
                  new Property("rows", "INTEGER", "rows committed so far, in the batch's order"),
                  new Property("complete", "BOOLEAN", "true once all rows are committed"))),
          new Entity(
              "Store",
              "The store itself, one node",
              List.of(
                  new Property("schemaVersion", "INTEGER", "version of this schema"),
                  new Property("clearing", "BOOLEAN", "present while a segmentation is removed"))),
          new Entity(
              "Agglomeration",
              "State of the agglomeration, one node",
              List.of(
                  new Property("nextCounter", "INTEGER", "counter of the next agglomerate id"),
                  new Property(
                      "state", "STRING", "complete, or writing (interrupted: run it again)"),
                  new Property("run", "INTEGER", "key of the run that made the current state"))),
          new Entity(
              "Truth",
              "One truth that segments are compared with, by its name",
              List.of(
                  new Property("id", "STRING", "name of the truth, unique"),
                  new Property("kind", "STRING", "cells (a labelled volume) or skeletons"),
                  new Property(
                      "state", "STRING", "complete, or writing (interrupted: store again)"),
                  new Property("run", "INTEGER", "key of the run that stored it"))),
          new Entity(
              "TruthCell",
              "A cell of a labelled truth volume",
              List.of(
                  new Property("id", "INTEGER", "label in the volume, unique in its truth"),
                  new Property("truth", "STRING", "id of its (:Truth)"),
                  new Property("voxels", "INTEGER", "size in voxels, also those in no segment"),
                  new Property("run", "INTEGER", "key of the run that stored it"))),
          new Entity(
              "OVERLAPS",
              "(:Segment)-[:OVERLAPS]->(:TruthCell), one per pair that shares voxels",
              List.of(new Property("voxels", "INTEGER", "voxels that both have"))),
          new Entity(
              "TruthSkeleton",
              "The middle lines of one cell, made by people or a simulation",
              List.of(
                  new Property("id", "INTEGER", "id of its cell, unique in its truth"),
                  new Property("truth", "STRING", "id of its (:Truth)"),
                  new Property("pathUm", "FLOAT", "length of all edges, µm"),
                  new Property("x", "LIST<FLOAT>", "x of each node, nm"),
                  new Property("y", "LIST<FLOAT>", "y of each node, nm"),
                  new Property("z", "LIST<FLOAT>", "z of each node, nm"),
                  new Property(
                      "parent", "LIST<INTEGER>", "number of the node before, -1: a piece begins"),
                  new Property(
                      "segments", "LIST<INTEGER>", "segment at each node, 0: it lies in none"),
                  new Property("run", "INTEGER", "key of the run that stored it"))),
          new Entity(
              "PASSES",
              "(:TruthSkeleton)-[:PASSES]->(:Segment), one per segment that holds nodes of it",
              List.of(new Property("nodes", "INTEGER", "nodes of the skeleton in the segment"))),
          new Entity(
              "MergeTree",
              "State of the merge tree, one node",
              List.of(
                  new Property("builds", "INTEGER", "how many trees were built"),
                  new Property(
                      "state",
                      "STRING",
                      "complete, none, or writing (interrupted: build it again)"),
                  new Property("minContinuity", "FLOAT", "the tree answers down to this threshold"),
                  new Property("run", "INTEGER", "key of the run that made the current tree"))));

  private Catalogue() {}
}
