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
                  new Property("insideX", "FLOAT", "x of the deepest voxel, surely inside, nm"),
                  new Property("insideY", "FLOAT", "y of the same voxel, nm"),
                  new Property("insideZ", "FLOAT", "z of the same voxel, nm"),
                  new Property(
                      "bboxVoxels", "LIST<INTEGER>", "x0, y0, z0, x1, y1, z1, end exclusive"),
                  new Property(
                      "covarianceNm2",
                      "LIST<FLOAT>",
                      "xx, xy, xz, yy, yz, zz of voxel centres, nm²"),
                  new Property("thicknessNm", "FLOAT", "twice the depth of the deepest voxel, nm"),
                  new Property(
                      "axis",
                      "LIST<FLOAT>",
                      "x, y, z of the longest principal axis, a unit vector"),
                  new Property(
                      "axisDeviationsNm",
                      "LIST<INTEGER>",
                      "standard deviations of voxels along the three axes, longest first, nm"),
                  new Property(
                      "pAxon", "FLOAT", "probability of an axon, of the first model of types"),
                  new Property(
                      "pDendrite",
                      "FLOAT",
                      "probability of a dendrite, of the first model of types"),
                  new Property(
                      "pSpineHead",
                      "FLOAT",
                      "probability of a spine head, of the first model of types"),
                  new Property(
                      "pGlia", "FLOAT", "probability of glia, of the first model of types"),
                  new Property("pAxon_NAME", "FLOAT", "the same of the further model NAME"),
                  new Property("pDendrite_NAME", "FLOAT", "the same of the further model NAME"),
                  new Property("pSpineHead_NAME", "FLOAT", "the same of the further model NAME"),
                  new Property("pGlia_NAME", "FLOAT", "the same of the further model NAME"),
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
                  new Property("boundarySd", "FLOAT", "standard deviation of the evidence"),
                  new Property(
                      "boundaryLevels",
                      "LIST<INTEGER>",
                      "its minimum, quartile, median, quartile, maximum, 0…255"),
                  new Property(
                      "normal", "LIST<FLOAT>", "x, y, z of the unit normal, lower id to higher"),
                  new Property(
                      "pContinuity",
                      "FLOAT",
                      "height in the hierarchy at which both sides become one"),
                  new Property(
                      "pContinuity_NAME",
                      "FLOAT",
                      "probability of one cell on both sides, of the model NAME"),
                  new Property(
                      "pSynapse",
                      "FLOAT",
                      "probability of a synapse from the lower id to the higher, of the first model"),
                  new Property("pSynapseReverse", "FLOAT", "the same from the higher to the lower"),
                  new Property("pSynapse_NAME", "FLOAT", "pSynapse of the further model NAME"),
                  new Property(
                      "pSynapseReverse_NAME", "FLOAT", "pSynapseReverse of the further model NAME"),
                  new Property("run", "INTEGER", "key of the run that made it"))),
          new Entity(
              "Agglomerate",
              "Segments that belong together as of now",
              List.of(
                  new Property(
                      "id",
                      "INTEGER",
                      "agglomerate id, layer 2, unique, new with every edit and never reused"),
                  new Property(
                      "kind",
                      "STRING",
                      "any, or the type it was made for, or soma, or other (of no type, or too small)"),
                  new Property("voxels", "INTEGER", "sum over its segments"),
                  new Property("segments", "INTEGER", "number of its segments"),
                  new Property(
                      "level", "INTEGER", "level of the cube that holds it, from 1 (one chunk)"),
                  new Property(
                      "key",
                      "INTEGER",
                      "the first id that the node had, once it had more than one"),
                  new Property(
                      "since",
                      "INTEGER",
                      "decision that gave it its id; absent: the agglomeration"),
                  new Property("run", "INTEGER", "key of the run that made it"))),
          new Entity(
              "Part",
              "Segments of an agglomerate that lie in one cube and are joined in it",
              List.of(
                  new Property(
                      "level",
                      "INTEGER",
                      "level of its cube, from 1 (one chunk); sides grow fourfold"),
                  new Property("voxels", "INTEGER", "sum over its segments"),
                  new Property("segments", "INTEGER", "number of its segments"),
                  new Property(
                      "key",
                      "INTEGER",
                      "the first id it had while it was an agglomerate, if it was one"))),
          new Entity(
              "FormerAgglomerate",
              "An agglomerate as it was until a decision ended it",
              List.of(
                  new Property("id", "INTEGER", "agglomerate id, unique"),
                  new Property("kind", "STRING", "kind it had"),
                  new Property("voxels", "INTEGER", "voxels it had"),
                  new Property("segments", "INTEGER", "segments it had"),
                  new Property("key", "INTEGER", "key of the node that stood for it"),
                  new Property("since", "INTEGER", "decision that made it, 0: the agglomeration"),
                  new Property("until", "INTEGER", "decision that ended it"),
                  new Property("run", "INTEGER", "key of the run of its agglomeration"))),
          new Entity(
              "FormerPart",
              "A part, or what stood for an agglomerate, that has nothing in it any more",
              List.of(
                  new Property("level", "INTEGER", "level of its cube"),
                  new Property("voxels", "INTEGER", "0"),
                  new Property("segments", "INTEGER", "0"),
                  new Property(
                      "key",
                      "INTEGER",
                      "the first id it had while it was an agglomerate, if it was one"))),
          new Entity(
              "Decision",
              "An edit: who changed the agglomeration, when and why",
              List.of(
                  new Property("number", "INTEGER", "number of the decision, from 1, unique"),
                  new Property("kind", "STRING", "merge, split, undo or redo"),
                  new Property("at", "ZONED DATETIME", "when it was made"),
                  new Property(
                      "sources", "LIST<INTEGER>", "of a merge or split: segments it was asked for"),
                  new Property("sinks", "LIST<INTEGER>", "those to join them with or set apart"),
                  new Property("by", "STRING", "who made it"),
                  new Property("reason", "STRING", "why"))),
          new Entity(
              "PART_OF",
              "(:Segment)-[:PART_OF]->(:Part)-[:PART_OF]->(:Agglomerate), with as many parts between as it has levels",
              List.of(
                  new Property(
                      "since",
                      "INTEGER",
                      "decision that put it there; absent: the agglomeration"))),
          new Entity(
              "WAS_PART_OF",
              "What a segment or part was part of before it came elsewhere",
              List.of(
                  new Property(
                      "since", "INTEGER", "decision that put it there, 0: the agglomeration"),
                  new Property("until", "INTEGER", "decision that took it away"))),
          new Entity(
              "LINKED",
              "(:Part)-[:LINKED]-(:Part), of one level in different cubes",
              List.of(new Property("joins", "INTEGER", "joined pairs of segments between them"))),
          new Entity(
              "JOINED",
              "(:Segment)-[:JOINED]->(:Segment), the pair is joined whatever its contacts say",
              List.of(
                  new Property(
                      "run", "INTEGER", "key of the run that made it, where no decision did"),
                  new Property("since", "INTEGER", "decision that said so"),
                  new Property("until", "INTEGER", "decision that took that back"))),
          new Entity(
              "CUT",
              "(:Segment)-[:CUT]->(:Segment), the pair is not joined whatever its contacts say",
              List.of(
                  new Property("since", "INTEGER", "decision that said so"),
                  new Property("until", "INTEGER", "decision that took that back"))),
          new Entity(
              "USED", "(:Decision)-[:USED]->(:Segment), one of the pairs it was about", List.of()),
          new Entity("ENDED", "(:Decision)-[:ENDED]->(:FormerAgglomerate)", List.of()),
          new Entity(
              "MADE",
              "(:Decision)-[:MADE]->(:Agglomerate), or by now a FormerAgglomerate",
              List.of()),
          new Entity(
              "NAMED", "(:FormerAgglomerate)-[:NAMED]->(node), what stood for it", List.of()),
          new Entity("UNDOES", "(:Decision)-[:UNDOES]->(:Decision)", List.of()),
          new Entity(
              "Branch",
              "Edits that are proposed together",
              List.of(
                  new Property("name", "STRING", "its name, unique"),
                  new Property("state", "STRING", "open or taken over"),
                  new Property("edits", "INTEGER", "number of the latest edit"),
                  new Property("by", "STRING", "who made it"),
                  new Property("reason", "STRING", "why"),
                  new Property("at", "ZONED DATETIME", "when"),
                  new Property("takenBy", "STRING", "who took it over"),
                  new Property("takenReason", "STRING", "why"),
                  new Property("takenAt", "ZONED DATETIME", "when"))),
          new Entity(
              "BranchEdit",
              "An edit that a branch proposes",
              List.of(
                  new Property("number", "INTEGER", "its number in the branch, from 1"),
                  new Property("kind", "STRING", "merge, split, undo or redo"),
                  new Property(
                      "sources", "LIST<INTEGER>", "of a merge or split: segments it was asked for"),
                  new Property("sinks", "LIST<INTEGER>", "those to join them with or set apart"),
                  new Property(
                      "low", "LIST<INTEGER>", "pairs that are joined or cut: the lower ids"),
                  new Property("high", "LIST<INTEGER>", "the higher ids"),
                  new Property("decision", "INTEGER", "of an undo or redo: the decision, else 0"),
                  new Property("base", "INTEGER", "the latest decision when it was added"),
                  new Property("by", "STRING", "who proposes it"),
                  new Property("reason", "STRING", "why"),
                  new Property("at", "ZONED DATETIME", "when it was added"))),
          new Entity("PROPOSES", "(:Branch)-[:PROPOSES]->(:BranchEdit)", List.of()),
          new Entity("BECAME", "(:BranchEdit)-[:BECAME]->(:Decision), once taken over", List.of()),
          new Entity(
              "MERGES",
              "(:Segment)-[:MERGES]->(:Segment), the smaller component into the larger",
              List.of(
                  new Property("p", "FLOAT", "threshold up to which they merge, falls upwards"))),
          new Entity(
              "Connectome",
              "A data set of neurons and synapses: published tables, or what was reconstructed here",
              List.of(
                  new Property(
                      "name",
                      "STRING",
                      "its name, unique; neurons and synapses carry it as dataset"),
                  new Property("title", "STRING", "what it is"),
                  new Property("species", "STRING", "of which animal"),
                  new Property("source", "STRING", "where it comes from"),
                  new Property("citation", "STRING", "paper to cite"),
                  new Property("licence", "STRING", "licence as the source states it"),
                  new Property(
                      "state", "STRING", "complete, or writing (interrupted: import again)"),
                  new Property("neurons", "INTEGER", "how many it has"),
                  new Property("synapses", "INTEGER", "the same of single synapses"),
                  new Property(
                      "connections", "INTEGER", "the same of SYNAPSES_ONTO, self-connections too"),
                  new Property("gapJunctions", "INTEGER", "the same of GAP_JUNCTION"),
                  new Property("run", "INTEGER", "key of the run that imported or made it"),
                  new Property(
                      "assembled",
                      "BOOLEAN",
                      "true: of the agglomerates of this graph, kept in step with edits; what follows is of such only"),
                  new Property("contacts", "INTEGER", "synaptic contacts"),
                  new Property(
                      "contactsWithin", "INTEGER", "of these those within one agglomerate"),
                  new Property("somataKnown", "BOOLEAN", "whether any segment has nucleus"),
                  new Property("spineHeadsKnown", "BOOLEAN", "whether any segment has pSpineHead"),
                  new Property(
                      "minProbability", "FLOAT", "least probability of contacts on spine heads"),
                  new Property(
                      "minProbabilityOther", "FLOAT", "least probability of other contacts"),
                  new Property(
                      "ambiguousAbove", "FLOAT", "contacts with both directions above are dropped"),
                  new Property(
                      "continuityAbove", "FLOAT", "contacts with continuity above are dropped"),
                  new Property(
                      "myelinAbove", "FLOAT", "contacts of segments with more are dropped"),
                  new Property("model", "STRING", "model of synapses"),
                  new Property("continuity", "STRING", "property of contacts it looks at"),
                  new Property("types", "STRING", "model of types, empty for the plain names"),
                  new Property("headAbove", "FLOAT", "pSpineHead above which is a spine head"),
                  new Property(
                      "headContinuityAbove", "FLOAT", "continuity above which a head is joined"),
                  new Property("linkNm", "FLOAT", "contacts this close are one synapse, nm"),
                  new Property("asiFactor", "FLOAT", "interface areas are multiplied by it"))),
          new Entity(
              "Finding",
              "What an import found amiss in a table, and what it did about it",
              List.of(
                  new Property("dataset", "STRING", "name of its (:Connectome)"),
                  new Property(
                      "table",
                      "STRING",
                      "neurons, synapses, connections, gapJunctions or skeletons"),
                  new Property(
                      "kind", "STRING", "what was amiss, as the key of the policy is called"),
                  new Property("policy", "STRING", "keep or skip"),
                  new Property("count", "INTEGER", "how often"),
                  new Property(
                      "lines",
                      "LIST<INTEGER>",
                      "line or row numbers of the first of them, 20 at most"),
                  new Property("example", "STRING", "the first of them in words"))),
          new Entity("FOUND", "(:Connectome)-[:FOUND]->(:Finding)", List.of()),
          new Entity(
              "Neuron",
              "A neuron of a connectome, or an axon or dendrite where the data hold only such",
              List.of(
                  new Property("dataset", "STRING", "name of its (:Connectome)"),
                  new Property(
                      "id",
                      "ANY",
                      "INTEGER or STRING, just as the source has it, unique in its data set"),
                  new Property("name", "STRING", "its name, where that is another than the id"),
                  new Property("class", "STRING", "class that statistics group by"),
                  new Property("type", "STRING", "finer cell type"),
                  new Property("side", "STRING", "left, right, or as the source says"),
                  new Property("x", "FLOAT", "x of its place in the source, such as the soma, nm"),
                  new Property("y", "FLOAT", "y of it, nm"),
                  new Property("z", "FLOAT", "z of it, nm"),
                  new Property("position", "POINT", "the same place, for the point index, nm"),
                  new Property(
                      "pathUm", "FLOAT", "length of its skeleton, or through its segments, µm"),
                  new Property(
                      "boutons", "INTEGER", "of an assembled one: clusters of its synapses"),
                  new Property("spines", "INTEGER", "the same: spine heads of it"),
                  new Property("spinesPerUm", "FLOAT", "the same: spine heads per µm of trunk"),
                  new Property(
                      "primarySpineShare",
                      "FLOAT",
                      "the same: share of primary spine synapses among those it sends at"),
                  new Property(
                      "pThalamocortical",
                      "FLOAT",
                      "the same: probability that it is thalamocortical, if it is excitatory"),
                  new Property(
                      "source_NAME",
                      "ANY",
                      "column NAME of the source, where the mapping asks for it"))),
          new Entity(
              "Synapse",
              "One synapse; with several POST where it has several partners",
              List.of(
                  new Property("dataset", "STRING", "name of its (:Connectome)"),
                  new Property(
                      "id",
                      "ANY",
                      "INTEGER or STRING, just as the source has it, else the row; unique in its data set"),
                  new Property(
                      "kind",
                      "STRING",
                      "soma, primarySpine, secondarySpine, shaft, or spine or another word of the source"),
                  new Property("p", "FLOAT", "probability that it is one"),
                  new Property("x", "FLOAT", "x, nm"),
                  new Property("y", "FLOAT", "y, nm"),
                  new Property("z", "FLOAT", "z, nm"),
                  new Property("position", "POINT", "the same place, for the point index, nm"),
                  new Property("asiUm2", "FLOAT", "area of the axon–spine interface, µm²"),
                  new Property("areaUm2", "FLOAT", "area of its synaptic contacts, µm²"),
                  new Property("contacts", "INTEGER", "number of its synaptic contacts"),
                  new Property("psdUm2", "FLOAT", "area of the postsynaptic density, µm²"),
                  new Property("psdPixels", "FLOAT", "its size in pixels of the source"),
                  new Property("spineVolumeUm3", "FLOAT", "volume of the spine head, µm³"),
                  new Property("spineVolumeVoxels", "FLOAT", "the same in voxels of the source"),
                  new Property("sections", "FLOAT", "its extent in sections"),
                  new Property(
                      "source_NAME",
                      "ANY",
                      "column NAME of the source, where the mapping asks for it"))),
          new Entity("PRE", "(:Neuron)-[:PRE]->(:Synapse), the neuron that sends", List.of()),
          new Entity(
              "POST",
              "(:Synapse)-[:POST]->(:Neuron), a neuron that receives; one per partner that is listed",
              List.of()),
          new Entity(
              "SYNAPSES_ONTO",
              "(:Neuron)-[:SYNAPSES_ONTO]->(:Neuron), one per ordered pair",
              List.of(
                  new Property("count", "INTEGER", "synapses, where they are known as such"),
                  new Property("asiUm2", "FLOAT", "sum over its synapses, where all have it, µm²"),
                  new Property("areaUm2", "FLOAT", "the same of its synaptic contacts, µm²"),
                  new Property("psdUm2", "FLOAT", "the same of the density, µm²"),
                  new Property("psdPixels", "FLOAT", "the same in pixels of the source"),
                  new Property("sections", "FLOAT", "the same in sections"))),
          new Entity(
              "SynapticContact",
              "A contact that is likely a synapse, as the connectome was assembled",
              List.of(
                  new Property("number", "INTEGER", "its number in the graph, from 1"),
                  new Property("piece", "INTEGER", "piece of the CONTACT between its segments"),
                  new Property("p", "FLOAT", "probability that it is a synapse"),
                  new Property("areaUm2", "FLOAT", "its area, µm²"),
                  new Property("soma", "BOOLEAN", "true: onto a cell body"),
                  new Property("x", "FLOAT", "centroid x, nm"),
                  new Property("y", "FLOAT", "centroid y, nm"),
                  new Property("z", "FLOAT", "centroid z, nm"))),
          new Entity(
              "FROM", "(:SynapticContact)-[:FROM]->(:Segment), the one that sends", List.of()),
          new Entity(
              "TO", "(:SynapticContact)-[:TO]->(:Segment), the one that receives", List.of()),
          new Entity(
              "SUPPORTS", "(:SynapticContact)-[:SUPPORTS]->(:Synapse) that it is of", List.of()),
          new Entity(
              "WITHIN",
              "(:SynapticContact)-[:WITHIN]->(:Agglomerate), both sides are of it: no synapse",
              List.of()),
          new Entity(
              "SpineHead",
              "Segments that are likely of one spine head",
              List.of(
                  new Property("id", "INTEGER", "lowest id of its segments, unique"),
                  new Property("voxels", "INTEGER", "sum over its segments"))),
          new Entity("IN_HEAD", "(:Segment)-[:IN_HEAD]->(:SpineHead)", List.of()),
          new Entity(
              "GAP_JUNCTION",
              "(:Neuron)-[:GAP_JUNCTION]-(:Neuron), one per row of the source, which may list both directions",
              List.of(
                  new Property("count", "INTEGER", "junctions, where they are known as such"),
                  new Property("sections", "FLOAT", "their extent in sections"))),
          new Entity("HAS_SKELETON", "(:Neuron)-[:HAS_SKELETON]->(:Skeleton)", List.of()),
          new Entity(
              "Skeleton",
              "The middle lines of a neuron, as a source has traced them",
              List.of(
                  new Property("dataset", "STRING", "name of its (:Connectome)"),
                  new Property("x", "LIST<FLOAT>", "x of each node, nm"),
                  new Property("y", "LIST<FLOAT>", "y of each node, nm"),
                  new Property("z", "LIST<FLOAT>", "z of each node, nm"),
                  new Property(
                      "parent", "LIST<INTEGER>", "number of the node before, -1: a piece begins"))),
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
              "Scores",
              "Probabilities of one model, and the properties that hold them",
              List.of(
                  new Property("kind", "STRING", "continuity, synapse or type"),
                  new Property("name", "STRING", "name of the model, unique in its kind"),
                  new Property("properties", "LIST<STRING>", "of contacts or segments, unique"),
                  new Property("run", "INTEGER", "key of the run that made them"),
                  new Property(
                      "state", "STRING", "complete, or writing (interrupted: write again)"),
                  new Property("count", "INTEGER", "contacts or segments that have them"))),
          new Entity(
              "Batch",
              "Ledger of the sink: what of a batch is already committed",
              List.of(
                  new Property("key", "STRING", "name of the batch, unique"),
                  new Property("kind", "STRING", "segments, contacts, or scores added to them"),
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
                  new Property("run", "INTEGER", "key of the run that made it"),
                  new Property("decisions", "INTEGER", "number of the latest decision"),
                  new Property(
                      "base", "INTEGER", "decision it was made after; earlier states are gone"),
                  new Property(
                      "minContinuity",
                      "FLOAT",
                      "rule of its joins, as in the parameters of the run"),
                  new Property("minContactVoxels", "INTEGER", "the same"),
                  new Property("minSegmentVoxels", "INTEGER", "the same"),
                  new Property("continuity", "STRING", "property of contacts that it looks at"),
                  new Property("type", "STRING", "property of segments, empty for none"),
                  new Property("minTypeProbability", "FLOAT", "the same"),
                  new Property(
                      "withinBase", "BOOLEAN", "true: contacts join only what it left together"),
                  new Property("chunkNm", "FLOAT", "side of a chunk"),
                  new Property(
                      "chunkOriginNm", "LIST<FLOAT>", "x, y, z of the corner of the first chunk"))),
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
                  new Property("continuity", "STRING", "property of contacts that it was made of"),
                  new Property("run", "INTEGER", "key of the run that made the current tree"))));

  private Catalogue() {}
}
