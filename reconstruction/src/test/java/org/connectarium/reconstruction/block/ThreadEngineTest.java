package org.connectarium.reconstruction.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;

class ThreadEngineTest extends BlockEngineContract {
  @Override
  BlockEngine engine() {
    return BlockEngine.threads(3);
  }

  @Test
  void aBlockThatNeedsTooMuchMemoryIsTriedAloneAfterTheOthers() throws Exception {
    Set<Box> done = ConcurrentHashMap.newKeySet();
    Box large = BLOCKS.getFirst();
    BlockJob job =
        () ->
            block -> {
              if (block.equals(large) && done.size() < BLOCKS.size() - 1) {
                throw new OutOfMemoryError("Java heap space");
              }
              done.add(block);
            };
    assertThat(engine().run(job, BLOCKS, BlockLedger.inMemory(), _ -> {})).isEmpty();
    assertThat(done).hasSameSizeAs(BLOCKS);
  }

  @Test
  void whatTheListenerThrowsEndsTheRun() {
    Set<Box> told = ConcurrentHashMap.newKeySet();
    assertThatThrownBy(
            () ->
                BlockEngine.threads(1)
                    .run(
                        () -> _ -> {},
                        BLOCKS,
                        BlockLedger.inMemory(),
                        block -> {
                          told.add(block);
                          throw new IllegalStateException("stopped");
                        }))
        .hasMessage("stopped");
    assertThat(told).hasSize(1);
  }

  @Test
  void runAllNeedsEveryBlock() {
    BlockJob job =
        () ->
            block -> {
              if (block.x0() == 20) {
                throw new IllegalArgumentException("no such thing");
              }
            };
    assertThatThrownBy(() -> engine().runAll(job, BLOCKS, _ -> {}))
        .isInstanceOfSatisfying(
            BlocksFailedException.class, e -> assertThat(e.isBadInput()).isFalse())
        .hasMessage(
            "2 of 12 blocks failed: block at voxel (20, 0, 0):"
                + " java.lang.IllegalArgumentException: no such thing; block at voxel (20, 10, 0):"
                + " java.lang.IllegalArgumentException: no such thing; all others are done");
  }

  @Test
  void noBlocksNoWork() throws Exception {
    assertThat(engine().run(() -> _ -> {}, List.of(), BlockLedger.inMemory(), _ -> {})).isEmpty();
  }
}
