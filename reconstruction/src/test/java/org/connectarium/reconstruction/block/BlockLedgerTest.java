package org.connectarium.reconstruction.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockLedger.Entry;
import org.connectarium.reconstruction.block.BlockLedger.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockLedgerTest {
  private static final Box ONE = new Box(0, 0, 0, 8, 8, 8);
  private static final Box TWO = new Box(8, 0, 0, 16, 8, 8);

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("blocks.log");
  }

  private void write() {
    BlockLedger ledger = BlockLedger.open(file, "abc");
    ledger.begun(ONE);
    ledger.failed(ONE, new BadInputException("chunk 3\n is damaged"));
    ledger.begun(ONE);
    ledger.done(ONE);
    ledger.begun(TWO);
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    write();
    BlockLedger again = BlockLedger.open(file, "abc");
    assertThat(again.of(ONE)).contains(new Entry(State.DONE, 2, "chunk 3 is damaged"));
    // killed in the middle of its first attempt
    assertThat(again.of(TWO)).contains(new Entry(State.BEGUN, 1, ""));
    assertThat(again.of(new Box(0, 8, 0, 8, 16, 8))).isEmpty();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("blocks of abc");
    assertThat(lines.get(2)).endsWith(" FAILED 0 0 0 chunk 3 is damaged");
  }

  @Test
  void isBegunAnewForAnotherInput() {
    write();
    assertThat(BlockLedger.open(file, "abcd").of(ONE)).isEmpty();
    assertThat(BlockLedger.open(file, "abc").of(ONE)).isEmpty();
  }

  @Test
  void aLineThatAKillCutOffIsPassedOver() throws Exception {
    write();
    String before = Files.readString(file);
    Files.writeString(file, "2026-01-01T00:00:00Z DO", StandardOpenOption.APPEND);
    BlockLedger again = BlockLedger.open(file, "abc");
    assertThat(again.of(ONE)).contains(new Entry(State.DONE, 2, "chunk 3 is damaged"));
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void aDamagedLineIsNamed() throws Exception {
    write();
    Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> BlockLedger.open(file, "abc"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nonsense")
        .hasMessageContaining("remove the file");
  }

  @Test
  void aBlockThatBeganAgainIsNoLongerSetAside() {
    BlockLedger ledger = BlockLedger.open(file, "abc");
    ledger.begun(ONE);
    ledger.failed(ONE, new OutOfMemoryError("Java heap space"));
    ledger.setAside(ONE);
    assertThat(BlockLedger.open(file, "abc").isSetAside(ONE)).isTrue();
    ledger.begun(ONE);
    assertThat(BlockLedger.open(file, "abc").isSetAside(ONE)).isFalse();
  }
}
