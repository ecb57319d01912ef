package org.connectarium.reconstruction.block;

import java.io.Serializable;

/// What a stage does with each of its blocks, as a description that can be sent to other processes:
/// files by their names, plans as records; nothing that is open.
///
/// A worker opens the job once and then works on any number of blocks. Results are files that all
/// workers can reach.
@FunctionalInterface
public interface BlockJob extends Serializable {
  /// Opens what the work needs.
  BlockTask open() throws Exception;
}
