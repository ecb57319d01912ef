package org.connectarium.reconstruction.classifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.boosting.Trees;

/// The classifiers of one kind, with what they were trained on: what is stored and applied.
///
/// Rows of a model hold [#features()], the features of all its classifiers. Immutable; may be used
/// by many threads at once.
public final class ClassifierModel {
  private static final double VOXEL_SIZE_TOLERANCE = 0.1;

  private final Origin origin;
  private final List<Classifier> classifiers;
  private final List<String> features;
  private final List<Trees> trees; // for rows of `features`

  /// What a model is and where it comes from.
  ///
  /// @param name of the model
  /// @param kind what it tells
  /// @param featureVersion version of the features
  /// @param voxelSizeNm voxel size (x, y, z) of the training data, nm
  /// @param trainingData SHA-256 of the training data, in hexadecimal, from
  ///     [Samples#fingerprint][org.connectarium.reconstruction.boosting.Samples#fingerprint]
  /// @param provenance free text: who made it, from which data, with which command
  public record Origin(
      String name,
      ModelKind kind,
      int featureVersion,
      List<Double> voxelSizeNm,
      String trainingData,
      Map<String, String> provenance) {
    public Origin {
      voxelSizeNm = List.copyOf(voxelSizeNm);
      provenance = Map.copyOf(provenance);
      if (voxelSizeNm.size() != 3
          || !voxelSizeNm.stream().allMatch(s -> s > 0 && s < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "voxelSizeNm must be three positive numbers but was " + voxelSizeNm);
      }
      if (!trainingData.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "trainingData must be a SHA-256 of 64 digits but was " + trainingData);
      }
    }
  }

  /// A model.
  ///
  /// @param classifiers one for each of [ModelKind#questions], in this order
  /// @throws IllegalArgumentException if there are more or fewer
  public ClassifierModel(Origin origin, List<Classifier> classifiers) {
    int questions = origin.kind().questions().size();
    if (classifiers.size() != questions) {
      throw new IllegalArgumentException(
          "A model of kind "
              + origin.kind().label()
              + " has "
              + questions
              + " classifiers but "
              + classifiers.size()
              + " are given");
    }
    this.origin = origin;
    this.classifiers = List.copyOf(classifiers);
    Map<String, Integer> place = new LinkedHashMap<>();
    for (Classifier c : classifiers) {
      c.features().forEach(f -> place.putIfAbsent(f, place.size()));
    }
    features = List.copyOf(place.keySet());
    trees = new ArrayList<>();
    for (Classifier c : classifiers) {
      int[] places = c.features().stream().mapToInt(f -> place.getOrDefault(f, 0)).toArray();
      trees.add(c.trees().moved(features.size(), places));
    }
  }

  /// Reads a model from its folder.
  ///
  /// @throws BadInputException if it is missing, damaged, or of another format or version
  public static ClassifierModel read(Path folder) {
    return ClassifierFiles.read(folder);
  }

  /// Reads a model from the bytes of its three files, such as resources.
  ///
  /// @param where named in error messages
  /// @throws BadInputException as [#read]
  public static ClassifierModel parse(byte[] description, byte[] trees, byte[] sums, String where) {
    return ClassifierFiles.parse(description, trees, sums, where);
  }

  /// Writes the model to a folder; same model, same bytes.
  ///
  /// @throws BadInputException if the folder cannot be written
  public void write(Path folder) {
    ClassifierFiles.write(this, folder);
  }

  /// SHA-256 over the files of the model, in hexadecimal.
  public String fingerprint() {
    return ClassifierFiles.fingerprint(this);
  }

  /// What it is and where it comes from.
  public Origin origin() {
    return origin;
  }

  /// The classifiers, in the order of the questions of its kind.
  public List<Classifier> classifiers() {
    return classifiers;
  }

  /// Names of the values of a row: the features of all classifiers, each once.
  public List<String> features() {
    return features;
  }

  /// Probabilities of the answer yes to one question.
  ///
  /// @param question number of the classifier
  /// @param rows at least n × features, feature fastest, finite
  /// @param out takes n probabilities, 0 … 1
  /// @throws IllegalArgumentException if an array is too short, or a value is NaN or infinite
  public void probabilities(int question, float[] rows, int n, float[] out) {
    Classifier classifier = classifiers.get(question);
    Classifier.probabilities(trees.get(question), classifier.calibration(), rows, n, out);
  }

  /// Shares of several probabilities: p(c) / Σ p, as FocusEM makes one distribution of four
  /// classifiers. Where all are 0 the shares are equal.
  ///
  /// @param probabilities of one row by each classifier, replaced by their shares
  public static void toShares(float[] probabilities) {
    float sum = 0;
    for (float p : probabilities) {
      sum += p;
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = sum > 0 ? probabilities[i] / sum : 1f / probabilities.length;
    }
  }

  /// Where the features of the model lie in rows of others.
  ///
  /// @param available names of the values of those rows
  /// @return their numbers, in the order of [#features()]
  /// @throws BadInputException if one is missing
  public int[] columnsIn(List<String> available) {
    Map<String, Integer> place = new LinkedHashMap<>();
    for (int i = 0; i < available.size(); i++) {
      place.put(available.get(i), i);
    }
    int[] columns = new int[features.size()];
    for (int i = 0; i < columns.length; i++) {
      Integer at = place.get(features.get(i));
      if (at == null) {
        throw new BadInputException(
            called()
                + " wants the feature "
                + features.get(i)
                + ", which is not computed here; train it again");
      }
      columns[i] = at;
    }
    return columns;
  }

  /// Refuses a model that does not fit the data.
  ///
  /// @param kind that is wanted
  /// @param featureVersion of the features at hand
  /// @param voxelSizeNm voxel size (x, y, z) of the data; 10 % more or less is fine
  /// @throws BadInputException with one line that says what does not fit
  public void requireFit(ModelKind kind, int featureVersion, List<Double> voxelSizeNm) {
    if (origin.kind() != kind) {
      throw new BadInputException(
          called()
              + " tells "
              + origin.kind().label()
              + ", not "
              + kind.label()
              + "; name another one");
    }
    if (origin.featureVersion() != featureVersion) {
      throw new BadInputException(
          called()
              + " was trained on features of version "
              + origin.featureVersion()
              + ", this program computes version "
              + featureVersion
              + "; train it again");
    }
    for (int axis = 0; axis < 3; axis++) {
      double trained = origin.voxelSizeNm().get(axis);
      if (Math.abs(voxelSizeNm.get(axis) / trained - 1) > VOXEL_SIZE_TOLERANCE) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s was trained on voxels of %s nm, the data have %s nm, more than 10 %% apart"
                    + " along %c; train one for these data",
                called(),
                origin.voxelSizeNm(),
                voxelSizeNm,
                "xyz".charAt(axis)));
      }
    }
  }

  private String called() {
    return "Classifier model \"" + origin.name() + "\"";
  }
}
