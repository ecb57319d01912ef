package org.connectarium.analysis.geometry;

/// How the fraction of synapses onto a class is predicted from what is available to an axon.
public enum Predictor {
  /// The availability of the class itself; nothing is fitted.
  AVAILABILITY,
  /// A straight line on the availability of the same class.
  SAME_CLASS,
  /// A linear model of the availabilities of all classes.
  ALL_CLASSES,
  /// A multinomial logistic model of the availabilities of all classes, fitted to the counts.
  MULTINOMIAL
}
