package org.connectarium.app.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.SegmentRow;

/// The rows of a graph as CSV for `neo4j-admin database import`, with the types that we store.
final class GraphCsv {
  private static final String SEGMENT_HEADER =
      ":ID,id:long,voxels:long,run:int,position:point{crs:cartesian-3D},x:float,y:float,z:float,"
          + "insideX:float,insideY:float,insideZ:float,axisDeviationsNm:int[],bboxVoxels:int[],"
          + "thicknessNm:float,covarianceNm2:float[],axis:float[]\n";
  private static final String CONTACT_HEADER =
      ":START_ID,:END_ID,piece:int,areaUm2:float,voxels:long,x:float,y:float,z:float,"
          + "face:boolean,boundary:float,pContinuity:float,run:int,"
          + "boundaryLevels:short[],normal:float[],boundarySd:float\n";

  /* The tool takes numbers below 2⁵⁶ as ids; the layer, which all segments share, is left out. */
  private static final long ID_BITS = (1L << 56) - 1;

  private final StringBuilder text = new StringBuilder();

  static void writeSegments(SyntheticGraph graph, Path file) throws IOException {
    GraphCsv csv = new GraphCsv();
    csv.write(file, SEGMENT_HEADER, graph, block -> graph.segments(block).forEach(csv::add));
  }

  static void writeContacts(SyntheticGraph graph, Path file) throws IOException {
    GraphCsv csv = new GraphCsv();
    csv.write(file, CONTACT_HEADER, graph, block -> graph.contacts(block).forEach(csv::add));
  }

  private void write(Path file, String header, SyntheticGraph graph, IntConsumer addBlock)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(header);
      for (int block = 0; block < graph.blocks(); block++) {
        addBlock.accept(block);
        flush(out);
      }
    }
  }

  private void add(SegmentRow s) {
    text.append(s.id() & ID_BITS)
        .append(',')
        .append(s.id())
        .append(',')
        .append(s.voxels())
        .append(",1,\"{x:")
        .append(s.xNm());
    text.append(",y:").append(s.yNm()).append(",z:").append(s.zNm()).append("}\"");
    floats(',', s.xNm(), s.yNm(), s.zNm(), s.insideXNm(), s.insideYNm(), s.insideZNm());
    SegmentRow.Deviations d = s.shape().deviationsNm();
    text.append(',').append(Math.round(d.longest())).append(';').append(Math.round(d.middle()));
    text.append(';').append(Math.round(d.shortest()));
    SegmentRow.Bounds b = s.boundsVoxels();
    text.append(',').append(b.x0()).append(';').append(b.y0()).append(';').append(b.z0());
    text.append(';').append(b.x1()).append(';').append(b.y1()).append(';').append(b.z1());
    floats(',', s.shape().thicknessNm());
    SegmentRow.Covariance c = s.covarianceNm2();
    text.append(',').append((float) c.xx());
    floats(';', c.xy(), c.xz(), c.yy(), c.yz(), c.zz());
    SegmentRow.Axis axis = s.shape().axis();
    text.append(',').append(axis.x());
    floats(';', axis.y(), axis.z());
    text.append('\n');
  }

  private void add(ContactRow c) {
    text.append(c.lowId() & ID_BITS).append(',').append(c.highId() & ID_BITS);
    text.append(',').append(c.piece());
    floats(',', c.areaUm2());
    text.append(',').append(c.voxels());
    floats(',', c.xNm(), c.yNm(), c.zNm());
    text.append(',').append(c.face());
    floats(',', c.boundary(), c.pContinuity());
    ContactRow.Spread s = c.spread();
    text.append(",1,").append(s.minimum()).append(';').append(s.lowerQuartile()).append(';');
    text.append(s.median()).append(';').append(s.upperQuartile()).append(';').append(s.maximum());
    text.append(',').append(c.normal().x());
    floats(';', c.normal().y(), c.normal().z());
    floats(',', s.deviation());
    text.append('\n');
  }

  private void floats(char before, double... values) {
    for (double value : values) {
      text.append(before).append((float) value);
    }
  }

  private void flush(Writer out) throws IOException {
    out.append(text);
    text.setLength(0);
  }
}
