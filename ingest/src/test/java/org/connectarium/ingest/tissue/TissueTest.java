package org.connectarium.ingest.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class TissueTest {
  private static final VoxelSize SECTIONS = new VoxelSize(11.24, 11.24, 28);

  /* x = −1.5 µm, the face between tiles −1 and 0, lies in the middle */
  private static final Box ACROSS_A_FACE = new Box(-170, 60, 30, -90, 110, 48);

  @Test
  void hasTheSameBytesForAnyBlocksInAnyOrderByAnyThreads() throws Exception {
    TissueBlock whole = new Tissue(5, TissueParameters.DEFAULT).block(ACROSS_A_FACE, SECTIONS);
    List<Box> blocks = new ArrayList<>(ACROSS_A_FACE.blocks(23, 17, 7));
    Collections.shuffle(blocks, new Random(1));
    Tissue tissue = new Tissue(5, TissueParameters.DEFAULT);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<TissueBlock>> parts =
          blocks.stream().map(b -> threads.submit(() -> tissue.block(b, SECTIONS))).toList();
      for (Future<TissueBlock> part : parts) {
        assertSameAsIn(whole, part.get());
      }
    }
  }

  private static void assertSameAsIn(TissueBlock whole, TissueBlock part) {
    Box b = part.box();
    Box w = whole.box();
    int i = 0;
    for (long z = b.z0(); z < b.z1(); z++) {
      for (long y = b.y0(); y < b.y1(); y++) {
        for (long x = b.x0(); x < b.x1(); x++, i++) {
          int at = (int) (((z - w.z0()) * w.sizeY() + y - w.y0()) * w.sizeX() + x - w.x0());
          if (part.neurite()[i] != whole.neurite()[at]
              || part.material()[i] != whole.material()[at]
              || part.spine()[i] != whole.spine()[at]
              || Float.compare(part.membraneNm()[i], whole.membraneNm()[at]) != 0) {
            throw new AssertionError("Block " + b + " differs at " + x + ", " + y + ", " + z);
          }
        }
      }
    }
  }

  @Test
  void neuritesGoOnFromTileToTile() {
    Tissue tissue = new Tissue(5, TissueParameters.DEFAULT);
    Box below = new Box(-136, 60, 30, -135, 360, 150);
    Box above = new Box(-131, 60, 30, -130, 360, 150);
    Set<Long> here = ids(tissue.block(below, SECTIONS));
    Set<Long> there = ids(tissue.block(above, SECTIONS));
    long both = here.stream().filter(there::contains).count();
    assertThat(both).isGreaterThan((long) (0.75 * Math.max(here.size(), there.size())));
  }

  private static Set<Long> ids(TissueBlock block) {
    return LongStream.of(block.neurite()).boxed().collect(Collectors.toSet());
  }

  @Test
  void everyVoxelBelongsToAListedCell() {
    Tissue tissue = new Tissue(5, TissueParameters.DEFAULT);
    Set<Long> listed =
        tissue.neurites(ACROSS_A_FACE, SECTIONS).stream()
            .map(Neurite::id)
            .collect(Collectors.toSet());
    Set<Long> met = ids(tissue.block(ACROSS_A_FACE, SECTIONS));
    assertThat(listed).containsAll(met);
    assertThat(met).allMatch(id -> id > 0);
  }

  @Test
  void anotherSeedIsAnotherTissue() {
    Box box = new Box(100, 100, 100, 140, 140, 105);
    assertThat(new Tissue(6, TissueParameters.DEFAULT).block(box, SECTIONS).neurite())
        .isNotEqualTo(new Tissue(5, TissueParameters.DEFAULT).block(box, SECTIONS).neurite());
  }

  @Test
  void anEmptyBoxHasNothingInIt() {
    Tissue tissue = new Tissue(5, TissueParameters.DEFAULT);
    Box empty = Box.ofSize(0, 4, 4);
    assertThat(tissue.block(empty, SECTIONS).neurite()).isEmpty();
    assertThat(tissue.synapses(empty, SECTIONS)).isEmpty();
    assertThat(tissue.skeletons(empty, SECTIONS)).isEmpty();
    assertThat(tissue.neurites(empty, SECTIONS)).isEmpty();
  }
}
