package org.connectarium.reconstruction.training;

/// One point of a loss curve.
///
/// @param step number of crops seen
/// @param training mean loss on the crops since the point before
/// @param validation mean loss on the validation crops
public record LossPoint(int step, double training, double validation) {}
