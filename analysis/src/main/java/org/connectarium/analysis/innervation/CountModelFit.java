package org.connectarium.analysis.innervation;

import java.util.Comparator;
import java.util.List;
import org.connectarium.analysis.synapses.TargetCounts;

/// How well a model with its best parameters explains the counts of one class.
///
/// @param model with the parameters of greatest likelihood
/// @param parameters number of fitted parameters
/// @param logLikelihood natural
/// @param bic parameters · ln axons − 2 · logLikelihood; smaller is better
public record CountModelFit(CountModel model, int parameters, double logLikelihood, double bic) {

  /// The three models of a class, the best (smallest BIC) first.
  static List<CountModelFit> ranked(TargetCounts counts, int column) {
    int[][] rows = new int[counts.rows()][];
    long hits = 0;
    for (int row = 0; row < rows.length; row++) {
      int k = counts.count(row, column);
      rows[row] = new int[] {k, counts.synapses(row) - k};
      hits += k;
    }
    double share = (double) hits / counts.synapses();
    CountModel varying =
        DirichletMultinomial.of(TargetCounts.of(List.of("hit", "else"), rows)).marginal(0);
    return List.of(
            fit(new CountModel.Binomial(share), 1, rows),
            fit(new CountModel.Poisson(share), 1, rows),
            fit(varying, 2, rows))
        .stream()
        .sorted(Comparator.comparingDouble(CountModelFit::bic))
        .toList();
  }

  private static CountModelFit fit(CountModel model, int parameters, int[][] rows) {
    double sum = 0;
    for (int[] row : rows) {
      sum += model.logProbability(row[0] + row[1], row[0]);
    }
    return new CountModelFit(model, parameters, sum, parameters * Math.log(rows.length) - 2 * sum);
  }
}
