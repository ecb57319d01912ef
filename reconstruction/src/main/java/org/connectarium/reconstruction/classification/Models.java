package org.connectarium.reconstruction.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;
import org.connectarium.ingest.volume.VoxelSize;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.ModelKind;
import org.connectarium.reconstruction.feature.ContactFeatures;

/// Which models classify a volume, by their places; can be sent to other processes.
///
/// @param continuity folder of a model, or name of a shipped one; empty = none
/// @param synapse the same
/// @param type the same
public record Models(Optional<String> continuity, Optional<String> synapse, Optional<String> type) {
  /// @throws IllegalArgumentException if types are asked for without continuity, which tells their
  ///     context
  public Models {
    if (type.isPresent() && continuity.isEmpty()) {
      throw new IllegalArgumentException("Types need a model of continuity");
    }
  }

  /// Models that come with the program, by what they tell.
  private static final Map<ModelKind, List<String>> SHIPPED =
      Map.of(
          ModelKind.CONTINUITY,
          List.of("medulla", "simulated"),
          ModelKind.SYNAPSE,
          List.of("simulated"),
          ModelKind.TYPE,
          List.of());

  private static final String RESOURCES = "/classifiers/";

  /// No model at all.
  public static Models none() {
    return new Models(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Whether nothing is classified.
  public boolean isNone() {
    return continuity.isEmpty() && synapse.isEmpty() && type.isEmpty();
  }

  /// The places by what the models tell, those that there are.
  public Map<ModelKind, String> places() {
    Map<ModelKind, String> places = new LinkedHashMap<>();
    continuity.ifPresent(place -> places.put(ModelKind.CONTINUITY, place));
    synapse.ifPresent(place -> places.put(ModelKind.SYNAPSE, place));
    type.ifPresent(place -> places.put(ModelKind.TYPE, place));
    return places;
  }

  /// Reads a model that fits the voxels.
  ///
  /// @param place folder, or name of a shipped model
  /// @throws BadInputException if there is none, it is damaged or of another kind, feature version
  ///     or voxel size
  public static ClassifierModel open(String place, ModelKind kind, VoxelSize voxelSize) {
    ClassifierModel model =
        place.contains("/") ? ClassifierModel.read(Path.of(place)) : shipped(place, kind);
    model.requireFit(
        kind, ContactFeatures.VERSION, List.of(voxelSize.xNm(), voxelSize.yNm(), voxelSize.zNm()));
    return model;
  }

  private static ClassifierModel shipped(String name, ModelKind kind) {
    List<String> known = SHIPPED.getOrDefault(kind, List.of());
    if (!known.contains(name)) {
      throw new BadInputException(
          "No classifier model \""
              + name
              + "\" of "
              + kind.label()
              + " is shipped"
              + Spelling.hint(name, known)
              + "; a model of your own is named by its folder, such as ./"
              + name);
    }
    String folder = RESOURCES + name + "/" + kind.label() + "/";
    List<byte[]> files =
        Stream.of("classifier.json", "trees.safetensors", "SHA256SUMS")
            .map(file -> bytes(folder + file))
            .toList();
    return ClassifierModel.parse(files.get(0), files.get(1), files.get(2), "shipped " + name);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Models.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For the way to other processes, as `Optional` cannot go it.
  record Places(Map<String, String> byKind) implements Serializable {
    static Places of(Models models) {
      Map<String, String> byKind = new LinkedHashMap<>();
      models.places().forEach((kind, place) -> byKind.put(kind.name(), place));
      return new Places(byKind);
    }

    Optional<ClassifierModel> open(ModelKind kind, VoxelSize voxelSize) {
      return Optional.ofNullable(byKind.get(kind.name()))
          .map(place -> Models.open(place, kind, voxelSize));
    }
  }
}
