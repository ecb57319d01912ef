package org.connectarium.ingest.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.tissue.Neurite;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.volume.VoxelSize;

/// The skeletons of all cells, as one SWC each and together as one NML; written cell by cell, so
/// that one alone is held as text.
final class SkeletonFiles {
  /// The folder of the SWC files.
  static final String SWC = "skeletons";

  private static final String NML = "skeletons.nml";

  private final Path folder;
  private final Map<Long, Neurite> neurites;
  private final VoxelSize voxelSize;
  private int written;

  SkeletonFiles(Path folder, Map<Long, Neurite> neurites, VoxelSize voxelSize) {
    this.folder = folder;
    this.neurites = neurites;
    this.voxelSize = voxelSize;
  }

  /// Writes all.
  ///
  /// @return how many there were
  int write(Stream<Skeleton> skeletons) {
    WholeFile.stream(folder.resolve(NML), out -> write(skeletons, out));
    return written;
  }

  private void write(Stream<Skeleton> skeletons, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    NmlFile nml = new NmlFile(text, voxelSize);
    nml.begin("simulation");
    for (Skeleton skeleton : (Iterable<Skeleton>) skeletons::iterator) {
      Neurite neurite = neurites.get(skeleton.neuriteId());
      if (neurite != null) {
        Path file = folder.resolve(SWC).resolve(skeleton.neuriteId() + ".swc");
        SwcFile.write(file, skeleton, neurite);
      }
      nml.add(skeleton);
      written++;
    }
    nml.end();
    text.flush();
  }
}
