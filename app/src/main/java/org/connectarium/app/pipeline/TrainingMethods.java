package org.connectarium.app.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.boosting.BoostingParameters;
import org.connectarium.reconstruction.calibration.Isotonic;
import org.connectarium.reconstruction.calibration.Platt;
import org.connectarium.reconstruction.classifier.Classifier;
import org.connectarium.reconstruction.classifier.ModelKind;

/// What a reader of a paper wants to know of a training.
///
/// @param learnt datasets that were learnt from
/// @param heldOut datasets that were measured on
/// @param voxelSizeNm of them, x, y, z
/// @param byVolume whether folds are whole volumes
record TrainingMethods(
    ModelTraining.Plan plan,
    List<String> learnt,
    List<String> heldOut,
    VoxelSize voxelSizeNm,
    boolean byVolume) {
  static TrainingMethods of(ModelTraining.Plan plan, List<Path> learn, List<Path> heldOut)
      throws IOException {
    return new TrainingMethods(
        plan,
        DatasetExamples.names(learn),
        DatasetExamples.names(heldOut),
        Dataset.read(learn.getFirst()).voxelSize(),
        ExampleGathering.byVolume(learn));
  }

  /// What is true of all models of the training.
  List<String> paragraphs() {
    List<String> all = new ArrayList<>();
    all.add(
        ("Boosted decision trees were trained on %s (voxels of %s × %s × %s nm), segmented first."
                + " Contacts are border pieces of ten voxels or more between two segments; each is"
                + " described by nine statistics of 51 texture channels in seven sub-volumes (the"
                + " border, and each side within 40, 80 and 160 nm of it) and eleven numbers about"
                + " shape (SynEM). Names of channels say filter and scale in nm (structure tensor:"
                + " window/derivatives). Continuity also sees the same texture of the boundary map. Of the contacts a share of %s was learnt from, those of synapses"
                + " all; others weigh as much more.")
            .formatted(
                listed(learnt),
                plain(voxelSizeNm.xNm()),
                plain(voxelSizeNm.yNm()),
                plain(voxelSizeNm.zNm()),
                plain(plan.share())));
    all.add(
        "Figures called cross-validated are of "
            + (byVolume ? "whole volumes" : "blocks of the volumes")
            + " that the model at hand had not learnt from, choice of features and calibration"
            + " included; neighbouring contacts are never divided among learning and measuring."
            + (heldOut.isEmpty()
                ? " No further dataset was held out."
                : " Figures called held out are of " + listed(heldOut) + ", which no model saw."));
    if (plan.learningCurve()) {
      all.add(
          "Learning curves: each fold is predicted by a model that learnt from an eighth, a"
              + " quarter, a half and all of the other folds, whole folds each time; shares that come"
              + " to the same number of folds are one point.");
    }
    all.add(
        "Average precision is the step-wise sum of precision over recall. Calibration error is the"
            + " mean difference of predicted and observed shares over ten bins of equal width,"
            + " weighted by counts. Program: Connectarium "
            + ProgramVersion.text()
            + ", seed "
            + plan.seed()
            + ".");
    return all;
  }

  /// What is true of one question.
  static String paragraph(ModelKind kind, String question, Classifier classifier) {
    BoostingParameters p = classifier.parameters();
    String calibration =
        switch (classifier.calibration()) {
          case Platt _ -> "a sigmoid (Platt)";
          case Isotonic _ -> "isotonic steps";
        };
    return String.format(
        Locale.ROOT,
        "%s: %s %d examples, %d of them true, in %d folds; %d trees of depth %d at most, learning"
            + " rate %s, for each tree a share of %s of the rows and %s of the features; of all"
            + " features the %d of largest gain in a first training, of which the trees use %d; a"
            + " missed true example costs as much as %s false ones. Scores become probabilities by"
            + " %s, fitted on folds that were not learnt from.",
        question,
        examples(kind),
        classifier.figures().rows(),
        classifier.figures().positives(),
        classifier.figures().folds(),
        p.trees(),
        p.depth(),
        plain(p.learningRate()),
        plain(p.rowShare()),
        plain(p.featureShare()),
        p.maxFeatures(),
        classifier.features().size(),
        plain(p.positiveWeight()),
        calibration);
  }

  private static String examples(ModelKind kind) {
    return switch (kind) {
      case CONTINUITY -> "a contact is true if both segments are of one cell;";
      case SYNAPSE ->
          "each contact is asked twice, once in each direction, and true if it is a synapse from side"
              + " 1 to side 2;";
      case TYPE ->
          "a segment of "
              + DatasetExamples.MIN_SEGMENT_VOXELS
              + " voxels or more is true if it is of this class, told by its own and its"
              + " context's texture and shape;";
    };
  }

  private static String listed(List<String> names) {
    return (names.size() == 1 ? "the dataset " : "the datasets ") + String.join(", ", names);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /// Methods that are built on.
  static List<String> citations() {
    return List.of(
        "SynEM: B. Staffler et al., eLife 6:e26414, 2017.",
        "LightGBM: G. Ke et al., NeurIPS 2017.",
        "Sigmoid calibration: J. Platt, Advances in Large Margin Classifiers, 1999; isotonic: B."
            + " Zadrozny, C. Elkan, KDD 2002.",
        "FocusEM (ConnectEM, TypeEM): A. Motta et al., Science 366, 2019.");
  }
}
