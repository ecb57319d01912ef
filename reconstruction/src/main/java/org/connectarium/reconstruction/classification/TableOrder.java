package org.connectarium.reconstruction.classification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.reconstruction.segmentation.TableFile;

/// Puts what belongs to border pieces, known block by block, into the order of the tables: those
/// inside all blocks, then those across all faces.
final class TableOrder {
  private TableOrder() {}

  /// @param tables of all blocks, then of all faces
  /// @param blocks of each block what is of its table's pieces, then of its faces'
  static <T> List<T> of(List<Path> tables, List<List<T>> blocks) {
    List<T> inside = new ArrayList<>();
    List<T> across = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      int own = TableFile.open(tables.get(b)).pieces();
      List<T> all = blocks.get(b);
      inside.addAll(all.subList(0, own));
      across.addAll(all.subList(own, all.size()));
    }
    inside.addAll(across);
    return inside;
  }
}
