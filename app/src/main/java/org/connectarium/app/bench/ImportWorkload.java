package org.connectarium.app.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.connectarium.ingest.importer.VolumeImport;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.microscope.ImagingParameters;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.microscope.Microscope;
import org.connectarium.ingest.n5.N5Container;
import org.connectarium.ingest.tissue.Tissue;
import org.connectarium.ingest.tissue.TissueParameters;
import org.connectarium.ingest.volume.Box;

/// The stage `import`: sections as 8-bit PNG to N5.
final class ImportWorkload implements Workload {
  private static final int TILE = 64;
  private final Setting setting;
  private final int edge;
  private int runs;

  ImportWorkload(Setting setting) {
    this.setting = setting;
    edge = setting.size().edge();
  }

  @Override
  public String what() {
    return "import " + edge + " sections of " + edge + "², 8-bit PNG";
  }

  @Override
  public String unit() {
    return "voxel";
  }

  @Override
  public long units() {
    return (long) edge * edge * edge;
  }

  @Override
  public Floor floor() {
    return new Floor(
        12,
        Runtime.getRuntime().availableProcessors(),
        "inflate at 100 MB/s and zstd at 500 MB/s on a core, one byte a voxel");
  }

  @Override
  public void prepare() throws IOException {
    if (runs++ > 0) {
      return;
    }
    byte[] tile =
        new Microscope(
                3,
                ImagingParameters.of(Look.FIBSEM),
                new Tissue(3, TissueParameters.DEFAULT)::block,
                BoundaryTile.VOXEL)
            .image(Box.ofSize(TILE, TILE, TILE))
            .grey();
    Path folder = Files.createDirectories(setting.scratch().resolve("sections"));
    BufferedImage section = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_GRAY);
    for (int z = 0; z < edge; z++) {
      for (int y = 0; y < edge; y++) {
        for (int x = 0; x < edge; x++) {
          int grey = tile[(z % TILE * TILE + y % TILE) * TILE + x % TILE] & 255;
          section.getRaster().setSample(x, y, 0, grey);
        }
      }
      String name = String.format(Locale.ROOT, "z%05d.png", z);
      ImageIO.write(section, "png", folder.resolve(name).toFile());
    }
  }

  @Override
  public void run() {
    Path folder = setting.scratch().resolve("sections");
    try (VolumeSource source = VolumeSource.open(folder.toString(), folder)) {
      VolumeImport.run(
          source,
          N5Container.openOrCreate(setting.scratch().resolve("imported.n5")),
          "raw-" + runs,
          VolumeImport.Options.image(BoundaryTile.VOXEL),
          VolumeImport.Progress.NONE);
    }
  }
}
