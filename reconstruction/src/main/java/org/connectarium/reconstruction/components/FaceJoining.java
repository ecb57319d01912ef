package org.connectarium.reconstruction.components;

import org.connectarium.reconstruction.grid.Runs;

/// Gives each run the number of the equal runs that share faces with it in the rows before it in y
/// and in z, or a new one; row by row, so that the lowest number of a component is that of its
/// first voxel.
///
/// Two runs of neighbouring rows share faces if each begins before the other ends; of the two the
/// one that ends first is done, and the next of its row takes its place.
final class FaceJoining {
  /*
   * Whether two labels are equal and which of two runs ends first is as good as random, and a wrong
   * guess of the processor costs more than all the rest, so there is no branch on it; and both
   * rows are gone through in one loop, so that the waits of the one are filled by the other.
   * Numbers are not negative, so that p and q, if not 0, differ from p | q just where they differ
   * from each other.
   */
  private final Runs runs;
  private final int[] ends;
  private final int[] labels;
  private final int[] number;
  private final Numbers numbers;
  private final int[] metB;
  private final int[] metC;

  FaceJoining(Runs runs, int sizeX, int[] number, Numbers numbers) {
    this.runs = runs;
    this.ends = runs.ends();
    this.labels = runs.labels();
    this.number = number;
    this.numbers = numbers;
    metB = new int[sizeX];
    metC = new int[sizeX];
  }

  /// Numbers the runs of a row; those of the two rows before must have their numbers. A row that
  /// is not there is given as the row itself, whose runs meet only themselves, without number yet.
  void number(int row, int rowB, int rowC) {
    meet(row, rowB, rowC);
    int begin = runs.first(row);
    int end = runs.first(row + 1);
    for (int i = begin; i < end; i++) {
      int overB = metB[i - begin];
      int overC = metC[i - begin];
      int all = overB | overC;
      if ((isOther(overB, all) | isOther(overC, all)) < 0) {
        all = numbers.join(overB, overC);
      }
      number[i] = all == 0 && labels[i] != 0 ? numbers.add() : all;
    }
  }

  private void meet(int row, int rowB, int rowC) {
    int[] ends = this.ends;
    int[] labels = this.labels;
    int[] number = this.number;
    int begin = runs.first(row);
    int last = runs.first(row + 1) - 1;
    int i = begin;
    int k = begin;
    int b = runs.first(rowB);
    int c = runs.first(rowC);
    int lastB = runs.first(rowB + 1) - 1;
    int lastC = runs.first(rowC + 1) - 1;
    int shiftB = ends[last] - ends[lastB];
    int shiftC = ends[last] - ends[lastC];
    int mineB = 0;
    int mineC = 0;
    while (true) {
      int laterB = ends[b] + shiftB - ends[i];
      int laterC = ends[c] + shiftC - ends[k];
      int overB = number[b] & equal(labels[i], labels[b]);
      int overC = number[c] & equal(labels[k], labels[c]);
      int allB = mineB | overB;
      int allC = mineC | overC;
      int other =
          isOther(mineB, allB) | isOther(overB, allB) | isOther(mineC, allC) | isOther(overC, allC);
      if (other < 0) {
        allB = numbers.join(mineB, overB);
        allC = numbers.join(mineC, overC);
      }
      metB[i - begin] = allB;
      metC[k - begin] = allC;
      if (((last - i) | (last - k) | (lastB - b) | (lastC - c)) == 0) {
        return;
      }
      int nextI = Math.min(i + notNegative(laterB), last);
      int nextK = Math.min(k + notNegative(laterC), last);
      mineB = allB & (nextI - i - 1);
      mineC = allC & (nextK - k - 1);
      i = nextI;
      k = nextK;
      b = Math.min(b + notNegative(-laterB), lastB);
      c = Math.min(c + notNegative(-laterC), lastC);
    }
  }

  /* All bits if the labels are equal, else none. */
  private static int equal(int one, int other) {
    int difference = one ^ other;
    return ~((difference | -difference) >> 31);
  }

  /* Negative if a number is neither 0 nor all there is. */
  private static int isOther(int number, int all) {
    return -number & (number - all);
  }

  private static int notNegative(int value) {
    return 1 - (value >>> 31);
  }
}
