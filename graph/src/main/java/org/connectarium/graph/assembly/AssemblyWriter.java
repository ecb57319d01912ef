package org.connectarium.graph.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.connectarium.graph.assembly.EvidenceReader.Candidate;
import org.connectarium.graph.assembly.EvidenceReader.Head;
import org.connectarium.graph.assembly.EvidenceReader.Read;
import org.connectarium.graph.schema.GraphSchema;
import org.connectarium.graph.schema.NodeId;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/// Writes a whole assembled connectome, or removes it, in bounded transactions.
final class AssemblyWriter {
  /* Each commits on its own. */
  private static final List<String> REMOVAL =
      List.of(
          "MATCH (c:SynapticContact) CALL (c) { DETACH DELETE c } IN TRANSACTIONS OF 5000 ROWS",
          "MATCH (h:SpineHead) CALL (h) { DETACH DELETE h } IN TRANSACTIONS OF 5000 ROWS",
          "MATCH (s:Synapse) WHERE s.dataset = $dataset AND s.id IS NOT NULL"
              + " CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 5000 ROWS",
          "MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL"
              + " MATCH (n)-[c:SYNAPSES_ONTO]->() CALL (c) { DELETE c } IN TRANSACTIONS OF 20000 ROWS");

  private static final String NEURONS =
      "MATCH (n:Neuron) WHERE n.dataset = $dataset AND n.id IS NOT NULL RETURN n";

  private final Portions portions;
  private final String dataset;

  AssemblyWriter(Portions portions, String dataset) {
    this.portions = portions;
    this.dataset = dataset;
  }

  /// Removes all but the `(:Connectome)`, also what an interrupted writing left.
  void removeAll() {
    Map<String, Object> name = Map.of("dataset", dataset);
    REMOVAL.forEach(statement -> portions.execute(statement, name));
    List<Long> neurons =
        portions.read(
            tx -> {
              try (var found = tx.execute(NEURONS, name)) {
                return found.<Node>columnAs("n").stream().map(NodeId::of).toList();
              }
            });
    portions.write(
        neurons, (tx, some) -> some.forEach(n -> AssembledNeuron.unmark(NodeId.node(tx, n))));
  }

  /// Writes all; at the end the `(:Connectome)` is complete.
  ///
  /// @param evidence a row for each candidate, in the same order
  /// @return synapses by the words of their kinds
  Map<String, Long> write(Read read, List<Evidence> evidence, List<Site> sites) {
    portions.write(read.heads(), AssemblyWriter::writeHeads);
    List<Evidence> within = evidence.stream().filter(e -> e.pre() == e.post()).toList();
    portions.write(
        within,
        (tx, some) -> {
          for (Evidence e : some) {
            contact(tx, e, read.candidates())
                .createRelationshipTo(NodeId.node(tx, e.pre()), GraphSchema.WITHIN);
          }
          connectome(tx).add(AssembledConnectome.CONTACTS_WITHIN, some.size());
          connectome(tx).add(AssembledConnectome.CONTACTS, some.size());
        });
    Map<String, Long> kinds = new TreeMap<>();
    List<Connection.Part> parts = new ArrayList<>();
    Set<Long> primary = SpineRanks.primary(sites.stream().map(SpineRanks.Synapse::of).toList());
    portions.write(sites, (tx, some) -> parts.addAll(writeSites(tx, some, primary, read, kinds)));
    portions.write(
        Connection.of(parts),
        (tx, some) -> {
          SiteWriter writer = new SiteWriter(tx, connectome(tx));
          some.forEach(writer::write);
          connectome(tx).add(AssembledConnectome.CONNECTIONS, some.size());
        });
    Set<Long> neurons = new TreeSet<>();
    sites.stream().flatMap(s -> Stream.of(s.pre(), s.post())).forEach(neurons::add);
    portions.write(
        List.copyOf(neurons),
        (tx, some) -> {
          some.forEach(n -> AssembledNeuron.mark(NodeId.node(tx, n), dataset));
          connectome(tx).add(AssembledConnectome.NEURONS, some.size());
        });
    portions.write(tx -> connectome(tx).complete());
    return kinds;
  }

  private List<Connection.Part> writeSites(
      Transaction tx, List<Site> sites, Set<Long> primary, Read read, Map<String, Long> kinds) {
    SiteWriter writer = new SiteWriter(tx, connectome(tx));
    List<Connection.Part> parts = new ArrayList<>();
    long contacts = 0;
    for (Site site : sites) {
      Map<Long, Node> nodes = new HashMap<>();
      site.contacts().forEach(e -> nodes.put(e.number(), contact(tx, e, read.candidates())));
      boolean isPrimary = primary.contains(site.id());
      Optional<SiteKind> kind =
          SiteWriter.kind(site.soma(), site.head(), isPrimary, read.headsKnown());
      kinds.merge(kind.map(SiteKind::word).orElse(""), 1L, Long::sum);
      parts.add(new Connection.Part(site, writer.write(site, kind, nodes)));
      contacts += nodes.size();
    }
    connectome(tx).add(AssembledConnectome.SYNAPSES, sites.size());
    connectome(tx).add(AssembledConnectome.CONTACTS, contacts);
    return parts;
  }

  private static AssembledConnectome connectome(Transaction tx) {
    return AssembledConnectome.find(tx).orElseThrow();
  }

  private static void writeHeads(Transaction tx, List<Head> heads) {
    for (Head head : heads) {
      Node node = tx.createNode(GraphSchema.SPINE_HEAD);
      node.setProperty("id", head.id());
      node.setProperty("voxels", head.voxels());
      head.segments()
          .forEach(s -> NodeId.node(tx, s).createRelationshipTo(node, GraphSchema.IN_HEAD));
    }
  }

  private static Node contact(Transaction tx, Evidence e, List<Candidate> candidates) {
    Candidate candidate = candidates.get((int) e.number() - 1);
    Node node = tx.createNode(GraphSchema.SYNAPTIC_CONTACT);
    node.setProperty("number", e.number());
    node.setProperty("piece", candidate.piece());
    node.setProperty("p", e.p());
    node.setProperty("areaUm2", e.areaUm2());
    node.setProperty("soma", e.soma());
    node.setProperty("x", e.xNm());
    node.setProperty("y", e.yNm());
    node.setProperty("z", e.zNm());
    node.createRelationshipTo(NodeId.node(tx, candidate.pre()), GraphSchema.FROM);
    node.createRelationshipTo(NodeId.node(tx, candidate.post()), GraphSchema.TO);
    return node;
  }
}
