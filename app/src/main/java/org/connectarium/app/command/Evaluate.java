package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.connectarium.analysis.evaluation.Background;
import org.connectarium.analysis.evaluation.Contingency;
import org.connectarium.analysis.evaluation.SegmentationMetrics;
import org.connectarium.analysis.evaluation.TruthBorders;
import org.connectarium.app.progress.Progress;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `connectarium evaluate`: compares two label volumes of any supported format.
@Command(
    name = "evaluate",
    description = "Compare a segmentation with the truth: variation of information, Rand error.")
final class Evaluate implements Callable<Integer> {
  private static final long SLAB_VOXELS = 1 << 24;
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(names = "--segmentation", required = true, paramLabel = "A", description = "Labels.")
  private String segmentation = "";

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "B",
      description = "True labels; 0 is ignored.")
  private String truth = "";

  @Option(
      names = "--box",
      split = ",",
      paramLabel = "N",
      description = "x0,y0,z0,x1,y1,z1 in voxels, end exclusive; default: all.")
  private List<Long> box = List.of();

  @Option(
      names = "--background",
      paramLabel = "HOW",
      description = "What segment 0 counts as: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Background background = Background.IGNORE;

  @Option(
      names = "--tolerance",
      paramLabel = "N",
      description = "Ignore truth within N voxels of a border of the truth, in the plane.")
  private int toleranceVoxels;

  Evaluate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path here = Path.of("").toAbsolutePath();
    try (VolumeSource a = VolumeSource.open(segmentation, here);
        VolumeSource b = VolumeSource.open(truth, here)) {
      if (!a.box().equals(b.box())) {
        throw new BadInputException(
            "Segmentation covers "
                + a.box()
                + " but truth covers "
                + b.box()
                + "; both must have the same size");
      }
      show(SegmentationMetrics.of(table(a, b, chosen(a.box())), background));
    }
    return 0;
  }

  private Box chosen(Box whole) {
    if (box.isEmpty()) {
      return whole;
    }
    if (box.size() != 6) {
      throw new BadInputException("--box needs six numbers x0,y0,z0,x1,y1,z1 but has " + box);
    }
    Box asked;
    try {
      asked = new Box(box.get(0), box.get(1), box.get(2), box.get(3), box.get(4), box.get(5));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--box " + box + " ends before it begins", e);
    }
    if (!whole.contains(asked)) {
      throw new BadInputException("--box " + asked + " reaches out of the volume " + whole);
    }
    return asked;
  }

  private Contingency table(VolumeSource a, VolumeSource b, Box part) {
    Contingency table = new Contingency();
    try (Progress.Task task = console.progress().begin("evaluate", part.voxels(), "voxel")) {
      // whole sections, so that the tolerance sees every border in the plane
      long depth = Math.max(1, SLAB_VOXELS / Math.max(1, part.sizeX() * part.sizeY()));
      for (Box block : part.blocks(part.sizeX(), part.sizeY(), depth)) {
        long[] wanted = labels(b, block);
        if (toleranceVoxels > 0) {
          wanted =
              TruthBorders.ignore(
                  wanted,
                  (int) block.sizeX(),
                  (int) block.sizeY(),
                  (int) block.sizeZ(),
                  toleranceVoxels,
                  TruthBorders.Extent.SECTION);
        }
        table.add(labels(a, block), wanted);
        task.advance(block.voxels());
      }
    }
    return table;
  }

  private static long[] labels(VolumeSource source, Box block) {
    Object values = source.dataType().newArray(block.arrayLength());
    source.read(block, values);
    return source.dataType().toLongs(values);
  }

  private void show(SegmentationMetrics m) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("voxels", m.voxels());
    json.put("coverage", m.coverage());
    json.put("vi_split", m.viSplitBits());
    json.put("vi_merge", m.viMergeBits());
    json.put("vi", m.viBits());
    json.put("arand", m.adaptedRandError());
    json.put("rand_precision", m.randPrecision());
    json.put("rand_recall", m.randRecall());
    console.result(
        options,
        json,
        List.of(
            line("voxels with truth", "%,d", m.voxels()),
            line("in a segment", "%.4f", m.coverage()),
            line("VI split", "%.4f bits", m.viSplitBits()),
            line("VI merge", "%.4f bits", m.viMergeBits()),
            line("VI", "%.4f bits", m.viBits()),
            line("adapted Rand error", "%.4f", m.adaptedRandError())));
  }

  private static String line(String name, String format, Object value) {
    return String.format(Locale.ROOT, "%-20s " + format, name, value);
  }
}
