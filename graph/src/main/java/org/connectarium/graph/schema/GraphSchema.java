package org.connectarium.graph.schema;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.connectarium.graph.GraphException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/// The schema of the graph: its names, what each property means ([#entities]), and the
/// migrations that bring any older store to [#VERSION].
///
/// The version is a property of the one `(:Store)` node. Every migration runs forward only, in
/// the order of [Migration], each with the new version number in its own transaction; repeating
/// one that was interrupted does no harm.
public final class GraphSchema {
  public static final Label SEGMENT = Label.label("Segment");
  public static final Label AGGLOMERATE = Label.label("Agglomerate");
  public static final Label PART = Label.label("Part");
  public static final Label FORMER_PART = Label.label("FormerPart");
  public static final Label FORMER_AGGLOMERATE = Label.label("FormerAgglomerate");
  public static final Label RUN = Label.label("Run");
  public static final Label BATCH = Label.label("Batch");
  public static final Label STORE = Label.label("Store");
  public static final Label AGGLOMERATION = Label.label("Agglomeration");
  public static final Label MERGE_TREE = Label.label("MergeTree");

  /// Which properties hold the probabilities of which model and run.
  public static final Label SCORES = Label.label("Scores");

  /// Decisions of people; written by edits only. Their presence forbids clearing.
  public static final Label DECISION = Label.label("Decision");

  public static final Label BRANCH = Label.label("Branch");

  /// Edits that people proposed; their presence forbids clearing as well.
  public static final Label BRANCH_EDIT = Label.label("BranchEdit");

  public static final Label TRUTH = Label.label("Truth");
  public static final Label TRUTH_CELL = Label.label("TruthCell");
  public static final Label TRUTH_SKELETON = Label.label("TruthSkeleton");

  /// A data set of neurons and synapses; several stand side by side.
  public static final Label CONNECTOME = Label.label("Connectome");

  public static final Label NEURON = Label.label("Neuron");
  public static final Label SYNAPSE = Label.label("Synapse");
  public static final Label SYNAPTIC_CONTACT = Label.label("SynapticContact");
  public static final Label SPINE_HEAD = Label.label("SpineHead");

  public static final RelationshipType CONTACT = RelationshipType.withName("CONTACT");
  public static final RelationshipType PART_OF = RelationshipType.withName("PART_OF");
  public static final RelationshipType OVERLAPS = RelationshipType.withName("OVERLAPS");
  public static final RelationshipType PASSES = RelationshipType.withName("PASSES");
  public static final RelationshipType MERGES = RelationshipType.withName("MERGES");
  public static final RelationshipType WAS_PART_OF = RelationshipType.withName("WAS_PART_OF");
  public static final RelationshipType LINKED = RelationshipType.withName("LINKED");
  public static final RelationshipType JOINED = RelationshipType.withName("JOINED");
  public static final RelationshipType CUT = RelationshipType.withName("CUT");
  public static final RelationshipType USED = RelationshipType.withName("USED");
  public static final RelationshipType ENDED = RelationshipType.withName("ENDED");
  public static final RelationshipType MADE = RelationshipType.withName("MADE");
  public static final RelationshipType NAMED = RelationshipType.withName("NAMED");
  public static final RelationshipType UNDOES = RelationshipType.withName("UNDOES");
  public static final RelationshipType PROPOSES = RelationshipType.withName("PROPOSES");
  public static final RelationshipType BECAME = RelationshipType.withName("BECAME");
  public static final RelationshipType PRE = RelationshipType.withName("PRE");
  public static final RelationshipType POST = RelationshipType.withName("POST");
  public static final RelationshipType SYNAPSES_ONTO = RelationshipType.withName("SYNAPSES_ONTO");
  public static final RelationshipType FROM = RelationshipType.withName("FROM");
  public static final RelationshipType TO = RelationshipType.withName("TO");
  public static final RelationshipType SUPPORTS = RelationshipType.withName("SUPPORTS");
  public static final RelationshipType WITHIN = RelationshipType.withName("WITHIN");
  public static final RelationshipType IN_HEAD = RelationshipType.withName("IN_HEAD");
  public static final RelationshipType GAP_JUNCTION = RelationshipType.withName("GAP_JUNCTION");

  /// The schema version this program writes.
  public static final int VERSION = Migration.ALL.getLast().version();

  private static final long INDEX_WAIT_MINUTES = 60;

  private GraphSchema() {}

  /// One property of a label or relationship type, with its Cypher type and its meaning.
  public record Property(String name, String type, String meaning) {}

  /// One label or relationship type with all properties it can have.
  public record Entity(String name, String meaning, List<Property> properties) {}

  /// Everything the program stores, in the order of `docs/schema.md`.
  public static List<Entity> entities() {
    return Catalogue.ENTITIES;
  }

  /// Statements that make the constraints and indexes of version [#VERSION] in an empty store.
  public static List<String> statements() {
    return Migration.ALL.stream().flatMap(m -> m.statements().stream()).toList();
  }

  /// Brings the store to [#VERSION] and waits until its indexes answer.
  ///
  /// @throws GraphException if the store was made by a newer version of the program
  public static void migrate(GraphDatabaseService database) {
    int version = version(database);
    if (version > VERSION) {
      throw new GraphException(
          "The graph was made by a newer version of Connectarium (schema %d, this program knows %d);"
                  .formatted(version, VERSION)
              + " update Connectarium, or load into a new workspace");
    }
    for (Migration migration : Migration.ALL) {
      if (migration.version() > version) {
        apply(database, migration);
      }
    }
    try (Transaction tx = database.beginTx()) {
      tx.schema().awaitIndexesOnline(INDEX_WAIT_MINUTES, TimeUnit.MINUTES);
    }
  }

  /// The schema version of the store, 0 if it is empty.
  public static int version(GraphDatabaseService database) {
    try (Transaction tx = database.beginTx();
        var stores = tx.findNodes(STORE)) {
      return stores.hasNext()
          ? ((Number) stores.next().getProperty("schemaVersion")).intValue()
          : 0;
    }
  }

  /// The one node that stands for the store; locking it makes large operations exclude each
  /// other.
  ///
  /// @throws GraphException if the store has no schema yet
  public static Node store(Transaction tx) {
    try (var stores = tx.findNodes(STORE)) {
      if (stores.hasNext()) {
        return stores.next();
      }
    }
    throw new GraphException("The database holds no Connectarium graph; load a workspace into it");
  }

  private static void apply(GraphDatabaseService database, Migration migration) {
    for (String statement : migration.statements()) {
      database.executeTransactionally(statement);
    }
    try (Transaction tx = database.beginTx();
        var stores = tx.findNodes(STORE)) {
      Node store = stores.hasNext() ? stores.next() : tx.createNode(STORE);
      store.setProperty("schemaVersion", migration.version());
      tx.commit();
    }
  }
}
