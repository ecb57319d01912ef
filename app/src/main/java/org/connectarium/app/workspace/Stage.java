package org.connectarium.app.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;

/// The stages of `run`, in their order. No stage reads what a later one writes.
public enum Stage {
  IMPORT,
  TRAIN,
  PREDICT,
  SEGMENT,
  CLASSIFY,
  LOAD,
  AGGLOMERATE,
  EVALUATE,
  REPORT;

  /// The name in the command line and in files.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stage with a label.
  ///
  /// @throws BadInputException if there is no stage of this name
  public static Stage of(String label) {
    List<String> labels = Arrays.stream(values()).map(Stage::label).toList();
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new BadInputException("no stage \"" + label + "\"" + Spelling.hint(label, labels));
    }
    return values()[index];
  }
}
