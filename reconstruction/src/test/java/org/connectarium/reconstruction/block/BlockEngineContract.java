package org.connectarium.reconstruction.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every engine must do, by a job that writes one file a block.
abstract class BlockEngineContract {
  static final List<Box> BLOCKS = Box.ofSize(60, 20, 10).blocks(10, 10, 10);

  @TempDir Path folder;

  abstract BlockEngine engine();

  /// Writes a file a block and adds a byte to another one at every attempt. Where a file
  /// `bad-X-Y-Z` lies, the attempt fails as long as there were no more than it says.
  record Job(String folder) implements BlockJob {
    @Override
    public BlockTask open() {
      return new Task(Path.of(folder));
    }
  }

  record Task(Path folder) implements BlockTask {
    @Override
    public boolean isDone(Box block) {
      return Files.exists(folder.resolve("done-" + name(block)));
    }

    @Override
    public void run(Box block) throws IOException {
      Path tried = folder.resolve("tried-" + name(block));
      Files.write(tried, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Files.write(folder.resolve("half-" + name(block)), new byte[1]);
      Path bad = folder.resolve("bad-" + name(block));
      if (Files.exists(bad) && Files.size(tried) <= Integer.parseInt(Files.readString(bad))) {
        throw new BadInputException("chunk is damaged");
      }
      if (Files.exists(folder.resolve("full"))) {
        throw new IOException("No space left on device");
      }
      Files.move(folder.resolve("half-" + name(block)), folder.resolve("done-" + name(block)));
    }

    @Override
    public void takeBack(Box block) throws IOException {
      Files.deleteIfExists(folder.resolve("half-" + name(block)));
    }
  }

  static String name(Box block) {
    return block.x0() + "-" + block.y0() + "-" + block.z0();
  }

  private int attempts(Box block) throws IOException {
    Path tried = folder.resolve("tried-" + name(block));
    return Files.exists(tried) ? (int) Files.size(tried) : 0;
  }

  private List<FailedBlock> run(BlockLedger ledger, BlockEngine.Listener listener)
      throws Exception {
    return engine().run(new Job(folder.toString()), BLOCKS, ledger, listener);
  }

  private void spoil(Box block, int attempts) throws IOException {
    Files.writeString(folder.resolve("bad-" + name(block)), Integer.toString(attempts));
  }

  @Test
  void doesEachBlockOnceAndTellsOfIt() throws Exception {
    Set<Box> told = ConcurrentHashMap.newKeySet();
    assertThat(run(BlockLedger.inMemory(), told::add)).isEmpty();
    assertThat(told).containsExactlyInAnyOrderElementsOf(BLOCKS);
    for (Box block : BLOCKS) {
      assertThat(attempts(block)).isEqualTo(1);
    }
  }

  @Test
  void leavesWhatIsDoneAndTellsOfItAllTheSame() throws Exception {
    Files.write(folder.resolve("done-" + name(BLOCKS.get(3))), new byte[0]);
    Set<Box> told = ConcurrentHashMap.newKeySet();
    run(BlockLedger.inMemory(), told::add);
    assertThat(attempts(BLOCKS.get(3))).isZero();
    assertThat(told).hasSameSizeAs(BLOCKS);
  }

  @Test
  void triesAgainWhatFailedAndSetsAsideWhatAlwaysFails() throws Exception {
    spoil(BLOCKS.get(2), 2);
    spoil(BLOCKS.get(7), 99);
    BlockLedger ledger = BlockLedger.open(folder.resolve("blocks.log"), "hash");
    List<FailedBlock> failed = run(ledger, _ -> {});
    assertThat(failed).extracting(FailedBlock::block).containsExactly(BLOCKS.get(7));
    assertThat(failed.getFirst().text()).isEqualTo("block at voxel (10, 10, 0): chunk is damaged");
    assertThat(failed.getFirst().attempts()).isEqualTo(BlockEngine.ATTEMPTS);
    assertThat(attempts(BLOCKS.get(2))).isEqualTo(3);
    assertThat(attempts(BLOCKS.get(7))).isEqualTo(BlockEngine.ATTEMPTS);
    assertThat(folder.resolve("half-" + name(BLOCKS.get(7)))).doesNotExist();
    assertThat(ledger.isSetAside(BLOCKS.get(7))).isTrue();
    assertThat(ledger.of(BLOCKS.get(2)))
        .contains(new BlockLedger.Entry(BlockLedger.State.DONE, 3, "chunk is damaged"));
    assertThat(ledger.count(BlockLedger.State.DONE)).isEqualTo(BLOCKS.size() - 1);
  }

  @Test
  void givesUpWhereNearlyAllFail() throws Exception {
    for (Box block : BLOCKS) {
      spoil(block, 99);
    }
    assertThatThrownBy(() -> run(BlockLedger.inMemory(), _ -> {}))
        .isInstanceOfSatisfying(
            BlocksFailedException.class, e -> assertThat(e.isBadInput()).isTrue())
        .hasMessageContaining("of 12 blocks failed: block at voxel (0, 0, 0): chunk is damaged")
        .hasMessageContaining("not tried");
    int tried = 0;
    for (Box block : BLOCKS) {
      tried += attempts(block);
    }
    assertThat(tried).isLessThanOrEqualTo(BLOCKS.size());
  }

  @Test
  void aFullDiskEndsItAtOnceAndIsNoFaultOfTheBlock() throws Exception {
    Files.write(folder.resolve("full"), new byte[0]);
    BlockLedger ledger = BlockLedger.inMemory();
    assertThatThrownBy(() -> run(ledger, _ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(ledger.count(BlockLedger.State.FAILED)).isZero();
    Files.delete(folder.resolve("full"));
    assertThat(run(ledger, _ -> {})).isEmpty();
    assertThat(ledger.count(BlockLedger.State.DONE)).isEqualTo(BLOCKS.size());
  }
}
