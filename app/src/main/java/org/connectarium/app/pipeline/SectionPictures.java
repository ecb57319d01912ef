package org.connectarium.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.analysis.report.Report;
import org.connectarium.analysis.report.SectionPicture;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.ingest.n5.N5Dataset;
import org.connectarium.ingest.volume.Box;

/// Pictures of sections for the report: grey, boundary, segments, agglomerates and, where there is
/// one, the truth.
final class SectionPictures {
  private static final int LARGEST = 512;
  private static final double BAR_UM = 0.5;
  private final Job job;
  private final Membership membership;

  SectionPictures(Job job, Membership membership) {
    this.job = job;
    this.membership = membership;
  }

  /// One row for a section in the middle of a box.
  Report.PictureRow row(Box around) throws Exception {
    Box volume = job.volume();
    long z = (around.z0() + around.z1()) / 2;
    long x0 = Math.max(0, (volume.sizeX() - LARGEST) / 2);
    long y0 = Math.max(0, (volume.sizeY() - LARGEST) / 2);
    Box section =
        new Box(
            x0,
            y0,
            z,
            Math.min(volume.x1(), x0 + LARGEST),
            Math.min(volume.y1(), y0 + LARGEST),
            z + 1);
    int w = (int) section.sizeX();
    int h = (int) section.sizeY();
    byte[] grey = job.raw().readBytes(section);
    long[] segments = job.volumes().dataset(Job.SEGMENTS).readLongs(section);
    long[] agglomerates = new long[segments.length];
    for (int i = 0; i < segments.length; i++) {
      agglomerates[i] = membership.of(segments[i]);
    }
    List<Report.Picture> pictures = new ArrayList<>();
    pictures.add(picture(SectionPicture.grey(grey, w, h), "image, bar " + BAR_UM + " µm"));
    pictures.add(picture(SectionPicture.boundary(boundary(section), w, h), "boundary map"));
    pictures.add(picture(SectionPicture.labels(grey, segments, w, h), "segments"));
    pictures.add(picture(SectionPicture.labels(grey, agglomerates, w, h), "agglomerates"));
    if (job.dataset().truth().isPresent()) {
      try (TruthVolume truth = TruthVolume.open(job)) {
        pictures.add(picture(SectionPicture.labels(grey, truth.labels(section), w, h), "truth"));
      }
    }
    return new Report.PictureRow("Section z = " + (z + job.offset().get(2)), pictures);
  }

  /// The highest of all channels.
  private byte[] boundary(Box section) {
    N5Dataset boundary = job.volumes().dataset(Job.BOUNDARY);
    int channels = Math.toIntExact(boundary.spec().dimensions().get(3));
    int n = section.arrayLength();
    byte[] all = new byte[channels * n];
    boundary.read(
        new long[] {section.x0(), section.y0(), section.z0(), 0},
        new int[] {(int) section.sizeX(), (int) section.sizeY(), 1, channels},
        all);
    byte[] highest = new byte[n];
    for (int i = 0; i < n; i++) {
      int most = 0;
      for (int c = 0; c < channels; c++) {
        most = Math.max(most, all[c * n + i] & 0xff);
      }
      highest[i] = (byte) most;
    }
    return highest;
  }

  private Report.Picture picture(SectionPicture picture, String caption) {
    int bar = (int) Math.round(BAR_UM * 1000 / job.dataset().voxelSize().xNm());
    int fits = Math.min(bar, picture.width() - 16);
    return new Report.Picture((fits == bar ? picture.withScaleBar(bar) : picture).png(), caption);
  }
}
