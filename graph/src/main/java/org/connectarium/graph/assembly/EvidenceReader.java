package org.connectarium.graph.assembly;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.connectarium.graph.columns.ColumnProperties;
import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ColumnsReader;
import org.connectarium.graph.columns.ContactColumns;
import org.connectarium.graph.columns.DisjointSets;
import org.connectarium.graph.columns.Joins;
import org.connectarium.graph.columns.Trait;
import org.connectarium.graph.schema.NodeId;
import org.connectarium.graph.score.ScoreRegistry;
import org.connectarium.graph.soma.SomaParameters;
import org.connectarium.graph.soma.Somata;
import org.connectarium.graph.spine.SpineAttachment;
import org.connectarium.graph.spine.SpineParameters;
import org.connectarium.graph.synapse.SynapseRules.Verdict;
import org.connectarium.graph.synapse.SynapticContacts;
import org.connectarium.graph.synapse.SynapticContacts.Found;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/// Reads what synapses are made of, whatever the agglomerates are: synaptic contacts, spine heads
/// and cell bodies. Memory: some 120 bytes a segment, 40 a contact and 150 a synaptic contact.
final class EvidenceReader {
  private final Transaction tx;
  private final AssemblyOptions options;
  private final Runnable stop;

  EvidenceReader(Transaction tx, AssemblyOptions options, Runnable stop) {
    this.tx = tx;
    this.options = options;
    this.stop = stop;
  }

  /// A synaptic contact.
  ///
  /// @param pre handle of the node of the segment that sends
  /// @param post of the one that receives
  /// @param head id of the spine head that the receiving segment is of, 0 for none
  record Candidate(
      long lowId,
      long highId,
      long piece,
      long pre,
      long post,
      long head,
      boolean soma,
      double p,
      double areaUm2,
      double xNm,
      double yNm,
      double zNm) {
    private static final Comparator<Candidate> ORDER =
        Comparator.comparingLong(Candidate::lowId)
            .thenComparingLong(Candidate::highId)
            .thenComparingLong(Candidate::piece);
  }

  /// A spine head: segments that are joined by sure contacts. Its id is the lowest of theirs.
  ///
  /// @param segments handles of their nodes
  record Head(long id, LongArrayList segments, long voxels) {}

  /// Everything that was read.
  ///
  /// @param candidates in ascending order of their segments and pieces
  /// @param dropped contacts by the rule that dropped them
  /// @param somataKnown whether any segment says what of it is nucleus
  /// @param headsKnown whether any segment has a probability of a spine head
  /// @param digest SHA-256 over all that was looked at, hex
  record Read(
      List<Candidate> candidates,
      List<Head> heads,
      Map<Verdict, Long> dropped,
      boolean somataKnown,
      boolean headsKnown,
      String digest) {}

  /// Reads all.
  ///
  /// @throws org.connectarium.graph.GraphException if the graph lacks the scores
  Read read() {
    ColumnProperties properties = ColumnProperties.of(new ScoreRegistry(tx), options.scores());
    Columns columns = ColumnsReader.read(tx, properties, stop);
    boolean[] soma = soma(columns);
    boolean[] isHead = new boolean[soma.length];
    long[] headOf = heads(columns, soma, isHead);
    Map<Verdict, Long> dropped = new EnumMap<>(Verdict.class);
    List<Candidate> candidates = new ArrayList<>();
    SynapticContacts contacts =
        new SynapticContacts(
            tx, options.widestRules(), options.model(), options.scores().continuity());
    contacts
        .all(stop)
        .forEach(
            found -> {
              int pre = Arrays.binarySearch(columns.segments().ids(), id(found, true));
              int post = Arrays.binarySearch(columns.segments().ids(), id(found, false));
              boolean onSpine = isHead[pre] || isHead[post];
              double threshold =
                  onSpine ? options.rules().minProbability() : options.minProbabilityOther();
              if (found.probability() < (float) threshold) {
                return;
              }
              if (found.verdict() == Verdict.SYNAPSE) {
                candidates.add(candidate(found, headOf[post], soma[post]));
              } else {
                dropped.merge(found.verdict(), 1L, Long::sum);
              }
            });
    candidates.sort(Candidate.ORDER);
    return new Read(
        List.copyOf(candidates),
        heads(columns, headOf),
        dropped,
        columns.segments().known().contains(Trait.NUCLEUS),
        columns.segments().known().contains(Trait.SPINE_HEAD),
        digest(columns, candidates));
  }

  /* True for the segments of cell bodies, where nuclei are known. */
  private boolean[] soma(Columns columns) {
    int n = columns.segments().count();
    boolean[] soma = new boolean[n];
    if (columns.segments().known().contains(Trait.NUCLEUS)) {
      DisjointSets pieces = new DisjointSets(n);
      ContactColumns contacts = columns.contacts();
      for (int k = 0; k < contacts.count(); k++) {
        if (contacts.face()[k]) {
          pieces.join(contacts.from()[k], contacts.to()[k]);
        }
      }
      int[] unit = pieces.labels();
      int[] ofUnit =
          Somata.of(columns, unit, new boolean[n], SomaParameters.DEFAULT, stop).ofUnit();
      for (int i = 0; i < n; i++) {
        soma[i] = ofUnit[unit[i]] >= 0;
      }
    }
    return soma;
  }

  /* The id of the head that each segment is of, 0 for none. */
  private long[] heads(Columns columns, boolean[] soma, boolean[] isHead) {
    SpineParameters ours = SpineParameters.DEFAULT;
    SpineParameters parameters =
        new SpineParameters(
            options.headAbove(),
            options.headContinuityAbove(),
            ours.startDendriteAbove(),
            ours.minContinuity(),
            ours.maxSteps(),
            ours.maxAxon(),
            ours.minDendrite(),
            ours.maxGlia(),
            ours.maxVessel(),
            ours.maxNucleus());
    boolean[] free = new boolean[soma.length];
    for (int i = 0; i < soma.length; i++) {
      free[i] = !soma[i];
      isHead[i] = free[i] && columns.segments().isAbove(Trait.SPINE_HEAD, i, options.headAbove());
    }
    Joins joins = SpineAttachment.heads(columns, free, parameters);
    DisjointSets sets = new DisjointSets(soma.length);
    for (int k = 0; k < joins.count(); k++) {
      sets.join(joins.from()[k], joins.to()[k]);
    }
    long[] headOf = new long[soma.length];
    for (int i = 0; i < soma.length; i++) {
      headOf[i] = isHead[i] ? columns.segments().ids()[sets.root(i)] : 0;
    }
    return headOf;
  }

  private static List<Head> heads(Columns columns, long[] headOf) {
    List<Head> heads = new ArrayList<>();
    int[] at = new int[headOf.length];
    for (int i = 0; i < headOf.length; i++) {
      if (headOf[i] == 0) {
        continue;
      }
      int root = Arrays.binarySearch(columns.segments().ids(), headOf[i]);
      if (root == i) {
        at[i] = heads.size();
        heads.add(new Head(headOf[i], new LongArrayList(), 0));
      }
      Head head = heads.get(at[root]);
      head.segments().add(columns.segments().nodeIds()[i]);
      long voxels = head.voxels() + columns.segments().voxels()[i];
      heads.set(at[root], new Head(head.id(), head.segments(), voxels));
    }
    return heads;
  }

  private static long id(Found found, boolean pre) {
    return (long) (pre ? found.pre() : found.post()).getProperty("id");
  }

  private static Candidate candidate(Found found, long head, boolean soma) {
    Relationship contact = found.contact();
    return new Candidate(
        (long) contact.getStartNode().getProperty("id"),
        (long) contact.getEndNode().getProperty("id"),
        ((Number) contact.getProperty("piece")).longValue(),
        NodeId.of(found.pre()),
        NodeId.of(found.post()),
        head,
        soma,
        found.probability(),
        number(contact, "areaUm2"),
        number(contact, "x"),
        number(contact, "y"),
        number(contact, "z"));
  }

  private static double number(Relationship contact, String property) {
    return ((Number) contact.getProperty(property)).doubleValue();
  }

  private static String digest(Columns columns, List<Candidate> candidates) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(HexFormat.of().parseHex(columns.digest()));
      ByteBuffer five = ByteBuffer.allocate(5 * Long.BYTES);
      for (Candidate c : candidates) {
        five.clear()
            .putLong(c.lowId)
            .putLong(c.highId)
            .putLong(c.piece)
            .putDouble(c.p)
            .putDouble(c.areaUm2);
        sha.update(five.array());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has SHA-256
    }
  }
}
