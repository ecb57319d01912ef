package org.connectarium.analysis.report;

import java.util.List;

/// A chart of how good a classifier is and what it decides by. Numbers only; the page draws it.
public sealed interface Plot {
  /// What is seen.
  String caption();

  /// What a threshold brings.
  record Threshold(double threshold, double precision, double recall) {}

  /// Precision over recall.
  ///
  /// @param prevalence share of positives: the precision of answers that say nothing
  /// @param curve from the highest threshold to the lowest
  /// @param marks operating points, two at most
  record PrecisionRecall(String caption, double prevalence, List<Threshold> curve, List<Mark> marks)
      implements Plot {
    public PrecisionRecall {
      curve = List.copyOf(curve);
      marks = List.copyOf(marks);
      if (marks.size() > 2) {
        throw new IllegalArgumentException(marks.size() + " marks; two can be told apart");
      }
    }
  }

  /// An operating point to be seen.
  ///
  /// @param name such as `0.5`
  record Mark(String name, Threshold at) {}

  /// A reliability diagram: how often what is predicted with a probability is true.
  record Reliability(String caption, List<Bin> bins) implements Plot {
    public Reliability {
      bins = List.copyOf(bins);
    }
  }

  /// A bin of it.
  ///
  /// @param predicted mean probability, 0 … 1
  /// @param observed share of positives, 0 … 1
  /// @param weight how many
  record Bin(double predicted, double observed, double weight) {}

  /// How quality grows with what is learnt from.
  ///
  /// @param unit of the amount, such as `contacts learnt from`
  /// @param measure of the quality, such as `average precision`
  /// @param steps by growing amount
  record Learning(String caption, String unit, String measure, List<Step> steps) implements Plot {
    public Learning {
      steps = List.copyOf(steps);
    }
  }

  /// A step of it.
  ///
  /// @param quality 0 … 1
  /// @param text more about it
  record Step(double amount, double quality, String text) {}

  /// Shares of a whole as horizontal bars, in this order.
  record Shares(String caption, List<Share> shares) implements Plot {
    public Shares {
      shares = List.copyOf(shares);
    }
  }

  /// One share, 0 … 1.
  record Share(String name, double share) {}
}
