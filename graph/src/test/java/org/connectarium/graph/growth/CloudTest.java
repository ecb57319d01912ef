package org.connectarium.graph.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.connectarium.graph.columns.TinyColumns;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.junit.jupiter.api.Test;

class CloudTest {
  @Test
  void segmentsTogetherHaveTheAxisOfAllTheirVoxels() {
    for (long seed = 1; seed <= 10; seed++) {
      Random random = new Random(seed);
      TinyColumns tiny = new TinyColumns(3);
      double[][] all = new double[60][];
      for (int s = 0; s < 3; s++) {
        int count = 10 * (s + 1);
        double[][] voxels = new double[count][3];
        for (int v = 0; v < count; v++) {
          for (int a = 0; a < 3; a++) {
            voxels[v][a] = 300 * random.nextGaussian() * (a + 1) + 1000 * s * (3 - a);
          }
          all[5 * s * (s + 1) + v] = voxels[v];
        }
        describe(tiny, s, voxels);
      }
      double[][] sum = new Covariance(all, false).getCovarianceMatrix().getData();
      EigenDecomposition axes = new EigenDecomposition(new Array2DRowRealMatrix(sum));
      double[] first = axes.getEigenvector(0).toArray();
      Cloud cloud = Cloud.of(tiny.segments, IntArrayList.newListWith(0, 1, 2));
      assertThat(cloud.straightness())
          .as("seed %d", seed)
          .isCloseTo(axes.getRealEigenvalue(0) / (sum[0][0] + sum[1][1] + sum[2][2]), within(1e-5));
      assertThat(Math.abs(first[0] * cloud.x() + first[1] * cloud.y() + first[2] * cloud.z()))
          .as("seed %d", seed)
          .isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void oneVoxelHasNoAxis() {
    assertThat(Cloud.of(new TinyColumns(1).segments, IntArrayList.newListWith(0)).straightness())
        .isZero();
  }

  private static void describe(TinyColumns tiny, int s, double[][] voxels) {
    double[][] covariance = new Covariance(voxels, false).getCovarianceMatrix().getData();
    tiny.segments.voxels()[s] = voxels.length;
    int at = 6 * s;
    for (int a = 0; a < 3; a++) {
      double sum = 0;
      for (double[] voxel : voxels) {
        sum += voxel[a];
      }
      tiny.segments.centroidNm()[3 * s + a] = (float) (sum / voxels.length);
      for (int b = a; b < 3; b++) {
        tiny.segments.covarianceNm2()[at++] = (float) covariance[a][b];
      }
    }
  }
}
