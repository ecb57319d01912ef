package org.connectarium.reconstruction.classifier;

/// What a training leaves.
///
/// @param classifier learnt from all rows
/// @param crossValidation how its like did on folds they had not seen
/// @param libraryText the trees as LightGBM writes them
public record TrainingResult(
    Classifier classifier, CrossValidation crossValidation, String libraryText) {}
