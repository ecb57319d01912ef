package org.connectarium.app.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.connectarium.app.progress.Progress;
import org.connectarium.app.workspace.Stage;
import org.connectarium.ingest.importer.VolumeImport;
import org.connectarium.ingest.importer.VolumeSource;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.VoxelSize;

/// Images of any supported format into `volumes.n5/raw`.
record ImportWork(Job job) implements StageWork {
  private static final double TOLERANCE = 0.01;

  @Override
  public Stage stage() {
    return Stage.IMPORT;
  }

  @Override
  public Object parameters() {
    try (VolumeSource source = open()) {
      checkVoxelSize(source);
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("image", job.dataset().image());
      all.put("fingerprint", source.fingerprint());
      all.put("voxelSizeNm", job.dataset().voxelSize());
      all.put("box", job.dataset().box().map(Object::toString).orElse("all"));
      return all;
    }
  }

  @Override
  public List<String> run() throws Exception {
    copy(job, job.dataset().image(), Job.RAW, VolumeImport.Content.IMAGE, stage());
    return List.of("volumes.n5/" + Job.RAW);
  }

  /// Copies a source of the dataset's size, or the box of it that is worked on, into a dataset of
  /// the workspace.
  ///
  /// @param stage that does it, as the user sees it
  static void copy(Job job, String from, String path, VolumeImport.Content content, Stage stage) {
    var options = VolumeImport.Options.whole(job.dataset().voxelSize(), content);
    var chosen = job.dataset().box().map(options::withCrop).orElse(options);
    try (VolumeSource source = VolumeSource.open(from, Path.of("").toAbsolutePath())) {
      long total = chosen.crop().orElse(source.box()).voxels();
      try (Progress.Task task = job.progress().begin(stage.label(), total, "voxel")) {
        VolumeImport.run(source, job.volumes(), path, chosen, shownBy(task));
      }
    }
  }

  /// What changes when a source does.
  static String fingerprint(String from) {
    try (VolumeSource source = VolumeSource.open(from, Path.of("").toAbsolutePath())) {
      return source.fingerprint();
    }
  }

  private static VolumeImport.Progress shownBy(Progress.Task task) {
    AtomicLong shown = new AtomicLong();
    return new VolumeImport.Progress() {
      @Override
      public void done(long doneVoxels, long totalVoxels) {
        long before = shown.getAndUpdate(old -> Math.max(old, doneVoxels));
        task.advance(Math.max(0, doneVoxels - before));
      }

      @Override
      public boolean stopped() {
        return Thread.currentThread().isInterrupted();
      }
    };
  }

  private VolumeSource open() {
    return VolumeSource.open(job.dataset().image(), Path.of("").toAbsolutePath());
  }

  private void checkVoxelSize(VolumeSource source) {
    VoxelSize stated = job.dataset().voxelSize();
    source
        .voxelSize()
        .ifPresent(
            own -> {
              if (off(own.xNm(), stated.xNm())
                  || off(own.yNm(), stated.yNm())
                  || off(own.zNm(), stated.zNm())) {
                throw new BadInputException(
                    "Voxel size in "
                        + job.dataset().file()
                        + " is "
                        + text(stated)
                        + " nm but "
                        + job.dataset().image()
                        + " itself says "
                        + text(own)
                        + " nm (x, y, z); correct voxelSizeNm");
              }
            });
  }

  private static boolean off(double a, double b) {
    return Math.abs(a - b) > TOLERANCE * b;
  }

  private static String text(VoxelSize v) {
    return "[" + v.xNm() + ", " + v.yNm() + ", " + v.zNm() + "]";
  }
}
