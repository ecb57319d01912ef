package org.connectarium.graph.mincut;

import java.util.Arrays;
import java.util.BitSet;

/// The minimum cut between sources and sinks of an undirected graph that may grow, by blocking
/// flows: what was found in a part of a graph stays good in the whole, and only what goes in
/// addition is looked for.
///
/// - nodes are numbered from 0 in the order in which they are added
/// - after [#augment], [#withSources] tells the side of each node; of several minimum cuts it is
///   the one with the fewest nodes on the side of the sources
/// - cost: O(nodes² · edges) time at worst, far less on graphs in space; 40 bytes per edge;
///   deterministic
///
/// Method: E. A. Dinic, *Algorithm for solution of a problem of maximum flow in networks with power
/// estimation*, Soviet Mathematics Doklady 1970.
public final class MinimumCut {
  /* Capacities are reals: what is left below this counts as nothing. */
  private static final double NOTHING = 1e-9;

  /* All sources hang on one node and all sinks on another, which callers do not see; theirs are
  numbered on from there. An edge is two arcs, a and a ^ 1. */
  private static final int SOURCE = 0;
  private static final int SINK = 1;
  private static final int FIRST = 2;

  private final BitSet sources = new BitSet();
  private int nodes = FIRST;
  private int arcs;
  private int[] firstArc = {-1, -1};
  private int[] nextArc = {};
  private int[] head = {};
  private double[] left = {};
  private int[] level = {};

  /// A graph without nodes.
  public MinimumCut() {}

  private MinimumCut(MinimumCut of) {
    sources.or(of.sources);
    nodes = of.nodes;
    arcs = of.arcs;
    firstArc = of.firstArc.clone();
    nextArc = of.nextArc.clone();
    head = of.head.clone();
    left = of.left.clone();
    level = of.level.clone();
  }

  /// The same graph and flow, to go on with in another way.
  public MinimumCut copy() {
    return new MinimumCut(this);
  }

  /// Adds a node.
  ///
  /// @return its number
  public int addNode() {
    if (nodes == firstArc.length) {
      firstArc = Arrays.copyOf(firstArc, 2 * nodes);
    }
    firstArc[nodes] = -1;
    return nodes++ - FIRST;
  }

  /// Adds an edge that costs `capacity` ≥ 0 to cut.
  ///
  /// @return what names it in [#through]
  public int addEdge(int a, int b, double capacity) {
    return edge(FIRST + a, FIRST + b, capacity, capacity);
  }

  /// Makes a node a source.
  public void addSource(int node) {
    sources.set(node);
    edge(SOURCE, FIRST + node, Double.POSITIVE_INFINITY, 0);
  }

  /// Makes a node a sink.
  ///
  /// @throws IllegalArgumentException if it is a source
  public void addSink(int node) {
    if (sources.get(node)) {
      throw new IllegalArgumentException("Node " + node + " is both source and sink");
    }
    edge(FIRST + node, SINK, Double.POSITIVE_INFINITY, 0);
  }

  /// Sends as much flow as goes in addition.
  ///
  /// @return how much that is
  public double augment() {
    double more = 0;
    while (findLevels()) {
      more += block();
    }
    return more;
  }

  /// True if a node lies on the side of the sources, as of the last [#augment].
  public boolean withSources(int node) {
    return level[FIRST + node] >= 0;
  }

  /// How much flows through an edge, whichever way.
  public double through(int edge) {
    return Math.abs(left[edge] - left[edge ^ 1]) / 2;
  }

  private int edge(int a, int b, double there, double back) {
    if (arcs == head.length) {
      int room = Math.max(16, 2 * arcs);
      nextArc = Arrays.copyOf(nextArc, room);
      head = Arrays.copyOf(head, room);
      left = Arrays.copyOf(left, room);
    }
    arc(a, b, there);
    arc(b, a, back);
    return arcs - 2;
  }

  private void arc(int a, int b, double capacity) {
    head[arcs] = b;
    left[arcs] = capacity;
    nextArc[arcs] = firstArc[a];
    firstArc[a] = arcs++;
  }

  /* Breadth first from the source; true if it comes to the sink. */
  private boolean findLevels() {
    level = new int[nodes];
    Arrays.fill(level, -1);
    int[] queue = new int[nodes];
    level[SOURCE] = 0;
    queue[0] = SOURCE;
    int end = 1;
    for (int at = 0; at < end; at++) {
      for (int arc = firstArc[queue[at]]; arc >= 0; arc = nextArc[arc]) {
        if (left[arc] > NOTHING && level[head[arc]] < 0) {
          level[head[arc]] = level[queue[at]] + 1;
          queue[end++] = head[arc];
        }
      }
    }
    return level[SINK] >= 0;
  }

  /* Sends flow along ways of rising levels until there is none left. */
  private double block() {
    int[] current = firstArc.clone();
    int[] way = new int[nodes];
    double sent = 0;
    int length = 0;
    int node = SOURCE;
    while (true) {
      if (node == SINK) {
        double flow = least(way, length);
        sent += flow;
        length = send(flow, way, length);
        node = head[way[length] ^ 1];
      }
      int arc = current[node];
      while (arc >= 0 && !(left[arc] > NOTHING && level[head[arc]] == level[node] + 1)) {
        arc = nextArc[arc];
      }
      current[node] = arc;
      if (arc >= 0) {
        way[length++] = arc;
        node = head[arc];
      } else if (length == 0) {
        return sent;
      } else {
        length--;
        node = head[way[length] ^ 1];
        current[node] = nextArc[current[node]];
      }
    }
  }

  private double least(int[] way, int length) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      least = Math.min(least, left[way[i]]);
    }
    return least;
  }

  /* How far along the way there is still room: up to the first arc that is full now. */
  private int send(double flow, int[] way, int length) {
    int room = length;
    for (int i = length - 1; i >= 0; i--) {
      left[way[i]] -= flow;
      left[way[i] ^ 1] += flow;
      room = left[way[i]] <= NOTHING ? i : room;
    }
    return room;
  }
}
