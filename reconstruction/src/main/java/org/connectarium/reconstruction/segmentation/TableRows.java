package org.connectarium.reconstruction.segmentation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.SegmentRow;

/// The bytes of one row of a table.
final class TableRows {
  static final int MAGIC = 0x43545432; // CTT2
  static final int SEGMENT_BYTES = 164;
  static final int PIECE_BYTES = 94;

  private TableRows() {}

  static void write(DataOutputStream out, SegmentRow s) throws IOException {
    out.writeLong(s.id());
    out.writeLong(s.voxels());
    var b = s.boundsVoxels();
    var c = s.covarianceNm2();
    for (double v :
        new double[] {
          s.xNm(),
          s.yNm(),
          s.zNm(),
          s.insideXNm(),
          s.insideYNm(),
          s.insideZNm(),
          c.xx(),
          c.xy(),
          c.xz(),
          c.yy(),
          c.yz(),
          c.zz()
        }) {
      out.writeDouble(v);
    }
    for (int v : new int[] {b.x0(), b.y0(), b.z0(), b.x1(), b.y1(), b.z1()}) {
      out.writeInt(v);
    }
    out.writeFloat(s.shape().thicknessNm());
    out.writeFloat(s.shape().axis().x());
    out.writeFloat(s.shape().axis().y());
    out.writeFloat(s.shape().axis().z());
    out.writeFloat(s.shape().deviationsNm().longest());
    out.writeFloat(s.shape().deviationsNm().middle());
    out.writeFloat(s.shape().deviationsNm().shortest());
  }

  static SegmentRow segment(ByteBuffer in) {
    long id = in.getLong();
    long voxels = in.getLong();
    double[] d = new double[12];
    for (int i = 0; i < d.length; i++) {
      d[i] = in.getDouble();
    }
    return new SegmentRow(
        id,
        voxels,
        d[0],
        d[1],
        d[2],
        d[3],
        d[4],
        d[5],
        new SegmentRow.Bounds(
            in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt()),
        new SegmentRow.Covariance(d[6], d[7], d[8], d[9], d[10], d[11]),
        new SegmentRow.Shape(
            in.getFloat(),
            new SegmentRow.Axis(in.getFloat(), in.getFloat(), in.getFloat()),
            new SegmentRow.Deviations(in.getFloat(), in.getFloat(), in.getFloat())));
  }

  static void write(DataOutputStream out, Piece p) throws IOException {
    out.writeLong(p.lowId());
    out.writeLong(p.highId());
    out.writeInt(p.number());
    out.writeDouble(p.areaUm2());
    out.writeLong(p.voxels());
    out.writeDouble(p.xNm());
    out.writeDouble(p.yNm());
    out.writeDouble(p.zNm());
    out.writeFloat(p.normal().x());
    out.writeFloat(p.normal().y());
    out.writeFloat(p.normal().z());
    out.writeBoolean(p.face());
    out.writeFloat(p.boundary());
    out.writeFloat(p.spread().deviation());
    out.writeByte(p.spread().minimum());
    out.writeByte(p.spread().lowerQuartile());
    out.writeByte(p.spread().median());
    out.writeByte(p.spread().upperQuartile());
    out.writeByte(p.spread().maximum());
    out.writeLong(p.faces());
  }

  static Piece piece(ByteBuffer in) {
    return new Piece(
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getDouble(),
        in.getLong(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        new ContactRow.Normal(in.getFloat(), in.getFloat(), in.getFloat()),
        in.get() != 0,
        in.getFloat(),
        new ContactRow.Spread(
            in.getFloat(),
            in.get() & 255,
            in.get() & 255,
            in.get() & 255,
            in.get() & 255,
            in.get() & 255),
        in.getLong());
  }
}
