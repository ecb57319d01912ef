package org.connectarium.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.analysis.report.Report;
import org.connectarium.analysis.report.SectionPicture;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.ingest.n5.DatasetPlace;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.segmentation.BoundarySource;

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
    pictures.add(boundary(section));
    pictures.add(picture(SectionPicture.labels(grey, segments, w, h), "segments"));
    pictures.add(picture(SectionPicture.labels(grey, agglomerates, w, h), "agglomerates"));
    if (job.dataset().truth().isPresent()) {
      try (TruthVolume truth = TruthVolume.open(job)) {
        pictures.add(picture(SectionPicture.labels(grey, truth.labels(section), w, h), "truth"));
      }
    }
    return new Report.PictureRow("Section z = " + (z + job.offset().get(2)), pictures);
  }

  private Report.Picture boundary(Box section) throws Exception {
    int w = (int) section.sizeX();
    int h = (int) section.sizeY();
    try {
      return picture(SectionPicture.boundary(highest(section), w, h), "boundary map");
    } catch (BadInputException damaged) {
      if (SegmentWork.setAside(job).isEmpty()) {
        throw damaged;
      }
      String caption = "boundary map, not shown: it is damaged where blocks were left out";
      return picture(SectionPicture.boundary(new byte[w * h], w, h), caption);
    }
  }

  /// The highest of all channels.
  private byte[] highest(Box section) {
    BoundarySource.Reader map =
        BoundarySource.of(DatasetPlace.of(job.volumes(), Job.BOUNDARY)).open();
    byte[] all = map.read(section);
    int n = section.arrayLength();
    byte[] highest = new byte[n];
    for (int i = 0; i < all.length; i++) {
      highest[i % n] = (byte) Math.max(highest[i % n] & 0xff, all[i] & 0xff);
    }
    return highest;
  }

  private Report.Picture picture(SectionPicture picture, String caption) {
    int bar = (int) Math.round(BAR_UM * 1000 / job.dataset().voxelSize().xNm());
    int fits = Math.min(bar, picture.width() - 16);
    return new Report.Picture((fits == bar ? picture.withScaleBar(bar) : picture).png(), caption);
  }
}
