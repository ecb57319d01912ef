package org.connectarium.reconstruction.classification;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// Probabilities of all contacts and segments of a segmentation, in the order of its tables, as
/// flat columns; NaN where nothing was asked. 12 bytes a contact, 16 a segment.
///
/// On disk `docs/formats/tables.md`.
public final class Scores {
  private static final int MAGIC = 0x43545031; // CTP1
  private static final String FILE = "probabilities";
  private static final int CONTACT_COLUMNS = 3;
  private static final int SEGMENT_COLUMNS = 4;

  private final float[][] contacts;
  private final float[][] segments;

  private Scores(float[][] contacts, float[][] segments) {
    this.contacts = contacts;
    this.segments = segments;
  }

  static Scores of(List<float[]> contactRows, List<float[]> segmentRows) {
    return new Scores(columns(contactRows, CONTACT_COLUMNS), columns(segmentRows, SEGMENT_COLUMNS));
  }

  private static float[][] columns(List<float[]> rows, int columns) {
    float[][] out = new float[columns][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns; c++) {
        out[c][r] = rows.get(r)[c];
      }
    }
    return out;
  }

  /// That both sides of each contact are one cell.
  public float[] continuity() {
    return contacts[0];
  }

  /// Of some contacts, continuity.
  public float[] continuity(int from, int to) {
    return Arrays.copyOfRange(contacts[0], from, to);
  }

  /// Of some contacts, a synapse from the lower id to the higher one.
  public float[] synapse(int from, int to) {
    return Arrays.copyOfRange(contacts[1], from, to);
  }

  /// Of some contacts, a synapse from the higher id to the lower one.
  public float[] synapseReverse(int from, int to) {
    return Arrays.copyOfRange(contacts[2], from, to);
  }

  /// Number of segments; 0 if types were not asked for.
  public int segments() {
    return segments[0].length;
  }

  /// Of some segments, that they are of a class.
  ///
  /// @param type 0 axon, 1 dendrite, 2 spine head, 3 glia
  public float[] type(int type, int from, int to) {
    return Arrays.copyOfRange(segments[type], from, to);
  }

  void write(Path folder) {
    WholeFile.stream(
        folder.resolve(FILE),
        stream -> {
          DataOutputStream out = new DataOutputStream(stream);
          out.writeInt(MAGIC);
          write(out, contacts);
          write(out, segments);
        });
  }

  private static void write(DataOutputStream out, float[][] columns) throws IOException {
    out.writeInt(columns[0].length);
    for (float[] column : columns) {
      for (float value : column) {
        out.writeFloat(value);
      }
    }
  }

  /// Reads what a classification has written.
  ///
  /// @throws BadInputException if the file is missing or damaged
  public static Scores read(Path folder) {
    Path file = folder.resolve(FILE);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it does not begin like such a file");
      }
      Scores scores = new Scores(read(in, CONTACT_COLUMNS), read(in, SEGMENT_COLUMNS));
      if (in.read() >= 0) {
        throw new IOException("it is too long");
      }
      return scores;
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot read " + file + "; classify again with --from classify: " + WholeFile.reason(e),
          e);
    }
  }

  private static float[][] read(DataInputStream in, int columns) throws IOException {
    int rows = in.readInt();
    if (rows < 0) {
      throw new IOException("a count is negative");
    }
    float[][] out = new float[columns][rows];
    for (float[] column : out) {
      for (int r = 0; r < rows; r++) {
        column[r] = in.readFloat();
      }
    }
    return out;
  }
}
