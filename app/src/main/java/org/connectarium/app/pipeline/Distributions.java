package org.connectarium.app.pipeline;

import java.util.Arrays;
import java.util.List;
import org.connectarium.analysis.report.LogHistogram;
import org.connectarium.analysis.report.Report;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.reconstruction.segmentation.TableFile;

/// How large segments, agglomerates and contacts are, counted while the tables are read.
///
/// Memory: 8 bytes an agglomerate and 8 a segment beside the membership.
final class Distributions {
  private final Membership membership;
  private final long[] agglomerates;
  private final long[] voxels;
  private final LogHistogram segmentSizes = new LogHistogram();
  private final LogHistogram contactAreas = new LogHistogram();

  private Distributions(Membership membership) {
    this.membership = membership;
    agglomerates = Arrays.stream(membership.agglomerateIds()).sorted().distinct().toArray();
    voxels = new long[agglomerates.length];
  }

  static List<Report.Histogram> of(List<TableFile> tables, Membership membership) {
    Distributions sums = new Distributions(membership);
    tables.forEach(sums::add);
    LogHistogram agglomerateSizes = new LogHistogram();
    for (long size : sums.voxels) {
      agglomerateSizes.add((double) size);
    }
    return List.of(
        new Report.Histogram("Segments", "voxels", sums.segmentSizes),
        new Report.Histogram("Agglomerates", "voxels", agglomerateSizes),
        new Report.Histogram("Contacts", "µm²", sums.contactAreas));
  }

  private void add(TableFile table) {
    table.forEachSegment(
        segment -> {
          segmentSizes.add((double) segment.voxels());
          int at = Arrays.binarySearch(agglomerates, membership.of(segment.id()));
          if (at >= 0) {
            voxels[at] += segment.voxels();
          }
        });
    table.forEachPiece(piece -> contactAreas.add(piece.areaUm2()));
  }
}
