package org.connectarium.reconstruction.block;

import java.util.List;
import java.util.stream.Collectors;
import org.connectarium.ingest.volume.BadInputException;

/// Blocks that could not be done; the message names some of them, with their reasons.
public final class BlocksFailedException extends Exception {
  private static final int NAMED = 3;

  private final boolean badInput;

  /// @param blocks those that failed, at least one
  /// @param of how many blocks there are
  /// @param rest what became of the others
  public BlocksFailedException(List<FailedBlock> blocks, int of, String rest) {
    super(text(blocks, of, rest), blocks.getFirst().failure());
    badInput = blocks.stream().allMatch(b -> b.failure() instanceof BadInputException);
  }

  /// Whether the input is at fault in all of them.
  public boolean isBadInput() {
    return badInput;
  }

  private static String text(List<FailedBlock> blocks, int of, String rest) {
    String named =
        blocks.stream().limit(NAMED).map(FailedBlock::text).collect(Collectors.joining("; "));
    return "%d of %d blocks failed: %s%s; %s"
        .formatted(blocks.size(), of, named, blocks.size() > NAMED ? "; …" : "", rest);
  }
}
