package org.connectarium.analysis.motif;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.connectarium.analysis.network.Network;

/// Counts of all triads of a directed graph; together there are n · (n − 1) · (n − 2) / 6.
///
/// Cost: O(edges · arboricity) time, which is less than that of the O(edges · degree) census of V.
/// Batagelj, A. Mrvar, *A subquadratic triad census algorithm for large sparse networks with small
/// maximum degree*, Social Networks 2001,
/// [doi:10.1016/S0378-8733(01)00035-1](https://doi.org/10.1016/S0378-8733(01)00035-1). Only
/// triangles are listed; open triads follow from the kinds of pairs at their middle node, as in M.
/// Ortmann, U. Brandes, *Efficient orbit-aware triad and quad census in directed and undirected
/// graphs*, Appl Netw Sci 2017,
/// [doi:10.1007/s41109-017-0027-2](https://doi.org/10.1007/s41109-017-0027-2).
public final class TriadCensus {
  /* Kinds of a pair as seen from one of its nodes. */
  private static final int OUT = 1;
  private static final int IN = 2;
  private static final int BOTH = 3;

  private final int[] begins;
  private final int[] others;
  private final byte[] kinds;

  /* By the kinds of two pairs at their common node. */
  private final long[][] wedges = new long[BOTH + 1][BOTH + 1];
  /* By the kinds of the pairs of three nodes u, v, w: uv + 4 · uw + 16 · vw. */
  private final long[] triangles = new long[64];

  private TriadCensus(Network network) {
    int n = network.nodes();
    this.begins = new int[n + 1];
    int[] found = new int[2 * network.edges()];
    byte[] foundKinds = new byte[2 * network.edges()];
    int end = 0;
    for (int v = 0; v < n; v++) {
      int o = network.outBegin(v);
      int i = network.inBegin(v);
      while (o < network.outBegin(v + 1) || i < network.inBegin(v + 1)) {
        int to = o < network.outBegin(v + 1) ? network.target(o) : Integer.MAX_VALUE;
        int from = i < network.inBegin(v + 1) ? network.source(i) : Integer.MAX_VALUE;
        found[end] = Math.min(to, from);
        int kind = 0;
        if (to <= from) {
          kind |= OUT;
          o++;
        }
        if (from <= to) {
          kind |= IN;
          i++;
        }
        foundKinds[end++] = (byte) kind;
      }
      begins[v + 1] = end;
    }
    this.others = Arrays.copyOf(found, end);
    this.kinds = Arrays.copyOf(foundKinds, end);
  }

  /// Counts each triad.
  public static Map<Triad, Long> of(Network network) {
    TriadCensus census = new TriadCensus(network);
    census.countWedges();
    census.countTriangles();
    return census.result();
  }

  private int nodes() {
    return begins.length - 1;
  }

  private void countWedges() {
    for (int v = 0; v < nodes(); v++) {
      long[] of = new long[BOTH + 1];
      for (int e = begins[v]; e < begins[v + 1]; e++) {
        of[kinds[e]]++;
      }
      for (int a = OUT; a <= BOTH; a++) {
        wedges[a][a] += of[a] * (of[a] - 1) / 2;
        for (int b = a + 1; b <= BOTH; b++) {
          wedges[a][b] += of[a] * of[b];
        }
      }
    }
  }

  /* Each triangle once: from its node of least degree over the middle one to that of most. */
  private void countTriangles() {
    byte[] kindTo = new byte[nodes()];
    for (int u = 0; u < nodes(); u++) {
      for (int e = begins[u]; e < begins[u + 1]; e++) {
        if (precedes(u, others[e])) {
          kindTo[others[e]] = kinds[e];
        }
      }
      for (int e = begins[u]; e < begins[u + 1]; e++) {
        int v = others[e];
        if (precedes(u, v)) {
          for (int f = begins[v]; f < begins[v + 1]; f++) {
            int w = others[f];
            if (kindTo[w] != 0 && precedes(v, w)) {
              triangle(kinds[e], kindTo[w], kinds[f]);
            }
          }
        }
      }
      for (int e = begins[u]; e < begins[u + 1]; e++) {
        kindTo[others[e]] = 0;
      }
    }
  }

  private boolean precedes(int u, int v) {
    int du = begins[u + 1] - begins[u];
    int dv = begins[v + 1] - begins[v];
    return du < dv || (du == dv && u < v);
  }

  private void triangle(int uv, int uw, int vw) {
    closed(uv, uw);
    closed(reverse(uv), vw);
    closed(reverse(uw), reverse(vw));
    triangles[uv + 4 * uw + 16 * vw]++;
  }

  private void closed(int a, int b) {
    wedges[Math.min(a, b)][Math.max(a, b)]--;
  }

  private static int reverse(int kind) {
    return switch (kind) {
      case OUT -> IN;
      case IN -> OUT;
      default -> kind;
    };
  }

  private Map<Triad, Long> result() {
    Map<Triad, Long> counts = new EnumMap<>(Triad.class);
    for (int code = 0; code < triangles.length; code++) {
      if (triangles[code] > 0) {
        counts.merge(closedTriad(code & 3, code >> 2 & 3, code >> 4), triangles[code], Long::sum);
      }
    }
    counts.put(Triad.T021D, wedges[OUT][OUT]);
    counts.put(Triad.T021U, wedges[IN][IN]);
    counts.put(Triad.T021C, wedges[OUT][IN]);
    counts.put(Triad.T111D, wedges[IN][BOTH]);
    counts.put(Triad.T111U, wedges[OUT][BOTH]);
    counts.put(Triad.T201, wedges[BOTH][BOTH]);
    long asymmetric = 0;
    long mutual = 0;
    for (byte kind : kinds) {
      if (kind == OUT) {
        asymmetric++;
      } else if (kind == BOTH) {
        mutual++;
      }
    }
    mutual /= 2; // seen from both sides
    long n = nodes();
    long one = Math.max(0, n - 2) * asymmetric;
    long both = Math.max(0, n - 2) * mutual;
    long all = n < 3 ? 0 : n * (n - 1) / 2 * (n - 2) / 3;
    for (Map.Entry<Triad, Long> e : counts.entrySet()) {
      one -= e.getKey().asymmetric() * e.getValue();
      both -= e.getKey().mutual() * e.getValue();
      all -= e.getValue();
    }
    counts.put(Triad.T012, one);
    counts.put(Triad.T102, both);
    counts.put(Triad.T003, all - one - both);
    for (Triad triad : Triad.values()) {
      counts.putIfAbsent(triad, 0L);
    }
    return counts;
  }

  /* The triad of three connected pairs. */
  private static Triad closedTriad(int uv, int uw, int vw) {
    int mutual = (uv == BOTH ? 1 : 0) + (uw == BOTH ? 1 : 0) + (vw == BOTH ? 1 : 0);
    return switch (mutual) {
      case 3 -> Triad.T300;
      case 2 -> Triad.T210;
      case 1 -> {
        // the two one-way pairs as seen from the node that they share
        int a = uv == BOTH ? reverse(uw) : uw == BOTH ? reverse(uv) : uv;
        int b = uv == BOTH ? reverse(vw) : uw == BOTH ? vw : uw;
        yield a != b ? Triad.T120C : a == OUT ? Triad.T120D : Triad.T120U;
      }
      default -> uv == vw && uv == reverse(uw) ? Triad.T030C : Triad.T030T;
    };
  }
}
