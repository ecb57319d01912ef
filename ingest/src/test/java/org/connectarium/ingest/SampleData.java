package org.connectarium.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Finds the real data that lies beside the repository; tests without it are skipped.
public final class SampleData {
  private SampleData() {}

  /// A file or folder of the data, given by its path inside it.
  public static Path require(String path) {
    String set = System.getenv("CONNECTARIUM_DATA");
    Path data = Path.of(set != null ? set : "../../shared/data");
    Path found = data.resolve(path);
    Assumptions.assumeTrue(Files.exists(found), "sample data not found at " + found);
    return found;
  }
}
