package org.connectarium.ingest.tissue;

import java.util.Arrays;
import org.connectarium.ingest.noise.HashNoise;

/// Finds ways through the free sites of a tile by A* with 26 neighbours. Each site has a random
/// price, so that paths wander; the estimate of what is left is a little too high, so that the
/// search stays narrow.
///
/// Method: P. E. Hart, N. J. Nilsson, B. Raphael, *A Formal Basis for the Heuristic Determination
/// of Minimum Cost Paths*, IEEE Trans. Systems Science and Cybernetics 4, 1968,
/// [doi:10.1109/TSSC.1968.300136](https://doi.org/10.1109/TSSC.1968.300136).
final class Router {
  private static final int N = Sites.N;
  private static final int MOST_VISITS = 12_000;
  private static final int MOST_VISITS_SQUEEZING = 20_000;
  private static final float GREED_SQUEEZING = 6;
  private static final float GREED = 3.1f;
  private static final float SKIN_PRICE = 4;
  private static final float ZONE_PRICE = 2.2f;

  private final Sites sites;
  private final float[] price = new float[N * N * N];
  private final float[] cost = new float[N * N * N];
  private final int[] from = new int[N * N * N];
  private final short[] stamp = new short[N * N * N];
  private final boolean[] done = new boolean[N * N * N];
  private final int[] offset = new int[26];
  private final float[] length = new float[26];
  private long[] heap = new long[1 << 14];
  private int heapSize;
  private short round;
  private float greed = GREED;

  Router(Sites sites, long seed) {
    this.sites = sites;
    setPrices(seed);
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

  /// Sites from start to goal, both included; empty if there is no way. Where there is none through
  /// free sites, one is sought that squeezes in between the skins of axons.
  int[] route(int start, int goal, int object) {
    int[] way = search(start, goal, object, false);
    return way.length > 0 ? way : search(start, goal, object, true);
  }

  private int[] search(int start, int goal, int object, boolean squeeze) {
    round++;
    heapSize = 0;
    greed = squeeze ? GREED_SQUEEZING : GREED;
    open(start, start, 0, goal);
    int visits = 0;
    int most = squeeze ? MOST_VISITS_SQUEEZING : MOST_VISITS;
    while (heapSize > 0 && visits < most) {
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
        boolean free = sites.isFreeFor(next, object) || next == goal;
        if ((seen && done[next]) || (!free && !(squeeze && sites.isSkin(next)))) {
          continue;
        }
        float step = length[k] * price(next, object);
        float c = cost[site] + (free ? step : SKIN_PRICE * step);
        if (!seen || c < cost[next]) {
          open(next, site, c, goal);
        }
      }
    }
    return new int[0];
  }

  private float price(int site, int object) {
    short zone = sites.zone[site];
    return zone != 0 && zone != object + 1 ? price[site] * ZONE_PRICE : price[site];
  }

  /* Random for each site, and for each cube of 5 × 5 × 5 of them. */
  private void setPrices(long seed) {
    for (int site = 0; site < price.length; site++) {
      int coarse = (site / (N * N) / 5 * N + site / N % N / 5) * N + site % N / 5;
      long own = HashNoise.mix(seed + site) & 0xff;
      long around = HashNoise.mix(seed - coarse) & 0xff;
      price[site] = 1 + own / 500f + around / 320f;
    }
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
    push(((long) Float.floatToIntBits(c + greed * left) << 32) | site);
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
