package org.connectarium.ingest.tissue;

import java.util.Arrays;
import org.connectarium.ingest.phantom.HashNoise;

/// Finds ways through the free sites of a tile by A* with 26 neighbours. Each site has a random
/// price, so that paths wander; the estimate of what is left is a little too high, so that the
/// search stays narrow.
///
/// Method: P. E. Hart, N. J. Nilsson, B. Raphael, *A Formal Basis for the Heuristic Determination
/// of Minimum Cost Paths*, IEEE Trans. Systems Science and Cybernetics 4, 1968,
/// [doi:10.1109/TSSC.1968.300136](https://doi.org/10.1109/TSSC.1968.300136).
final class Router {
  private static final int N = Sites.N;
  private static final int MOST_VISITS = 40_000;
  private static final float GREED = 2.2f;
  private static final float ZONE_PRICE = 2.2f;

  private final Sites sites;
  private final long seed;
  private final float[] cost = new float[N * N * N];
  private final int[] from = new int[N * N * N];
  private final short[] stamp = new short[N * N * N];
  private final boolean[] done = new boolean[N * N * N];
  private final int[] offset = new int[26];
  private final float[] length = new float[26];
  private long[] heap = new long[1 << 14];
  private int heapSize;
  private short round;

  Router(Sites sites, long seed) {
    this.sites = sites;
    this.seed = seed;
    int n = 0;
    for (int z = -1; z <= 1; z++) {
      for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
          if (x != 0 || y != 0 || z != 0) {
            offset[n] = (z * N + y) * N + x;
            length[n++] = (float) Math.sqrt(x * x + y * y + z * z);
          }
        }
      }
    }
  }

  /// Sites from start to goal, both included; empty if there is no way.
  int[] route(int start, int goal, int object) {
    round++;
    heapSize = 0;
    open(start, start, 0, goal);
    int visits = 0;
    while (heapSize > 0 && visits < MOST_VISITS) {
      int site = (int) pop();
      if (done[site] && stamp[site] == round) {
        continue;
      }
      done[site] = true;
      visits++;
      if (site == goal) {
        return trace(start, goal);
      }
      for (int k = 0; k < 26; k++) {
        int next = site + offset[k];
        boolean seen = stamp[next] == round;
        if ((seen && done[next]) || (!sites.isFreeFor(next, object) && next != goal)) {
          continue;
        }
        float c = cost[site] + length[k] * price(next, object);
        if (!seen || c < cost[next]) {
          open(next, site, c, goal);
        }
      }
    }
    return new int[0];
  }

  private float price(int site, int object) {
    long h = HashNoise.mix(seed + site) & 0xff;
    long coarse = HashNoise.mix(seed - coarse(site)) & 0xff;
    float own = 1 + h / 500f + coarse / 320f;
    short zone = sites.zone[site];
    return zone != 0 && zone != object + 1 ? own * ZONE_PRICE : own;
  }

  private static int coarse(int site) {
    return ((site / (N * N)) / 5 * N + (site / N % N) / 5) * N + (site % N) / 5;
  }

  private void open(int site, int before, float c, int goal) {
    stamp[site] = round;
    done[site] = false;
    cost[site] = c;
    from[site] = before;
    int dx = site % N - goal % N;
    int dy = site / N % N - goal / N % N;
    int dz = site / (N * N) - goal / (N * N);
    float left = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
    push(((long) Float.floatToIntBits(c + GREED * left) << 32) | site);
  }

  private int[] trace(int start, int goal) {
    int n = 1;
    for (int s = goal; s != start; s = from[s]) {
      n++;
    }
    int[] path = new int[n];
    int at = goal;
    for (int i = n - 1; i >= 0; i--) {
      path[i] = at;
      at = from[at];
    }
    return path;
  }

  private void push(long value) {
    if (heapSize == heap.length) {
      heap = Arrays.copyOf(heap, 2 * heapSize);
    }
    int i = heapSize++;
    while (i > 0 && heap[(i - 1) / 2] > value) {
      heap[i] = heap[(i - 1) / 2];
      i = (i - 1) / 2;
    }
    heap[i] = value;
  }

  private long pop() {
    long top = heap[0];
    long last = heap[--heapSize];
    int i = 0;
    while (2 * i + 1 < heapSize) {
      int child = 2 * i + 1;
      if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = last;
    return top;
  }
}
