package org.connectarium.ingest.swc;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.volume.BadInputException;

/// A skeleton as SWC holds it: one line `id type x y z radius parent` per node, µm, parent −1 where
/// a piece begins, parents before children; `#` begins a comment. Entry i of all arrays belongs to
/// the i-th node of the file; `parent` counts nodes in the same way.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record SwcSkeleton(double[] xNm, double[] yNm, double[] zNm, int[] parent) {
  private static final double NM_PER_UM = 1000;
  private static final int COLUMNS = 7;

  /// Reads a file.
  ///
  /// @throws BadInputException if it cannot be read or a line is no node
  public static SwcSkeleton read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new BadInputException(file + " is no text, so it is no SWC", e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    int n = (int) lines.stream().filter(SwcSkeleton::isNode).count();
    SwcSkeleton skeleton = new SwcSkeleton(new double[n], new double[n], new double[n], new int[n]);
    Map<Long, Integer> number = new HashMap<>();
    for (int l = 0; l < lines.size(); l++) {
      if (isNode(lines.get(l))) {
        try {
          skeleton.take(lines.get(l).strip().split("\\s+"), number);
        } catch (IllegalArgumentException e) {
          throw new BadInputException(
              "%s:%d: %s; a node is a line \"id type x y z radius parent\" in µm, behind its parent"
                  .formatted(file, l + 1, e.getMessage()),
              e);
        }
      }
    }
    return skeleton;
  }

  private static boolean isNode(String line) {
    String text = line.strip();
    return !text.isEmpty() && !text.startsWith("#");
  }

  private void take(String[] words, Map<Long, Integer> number) {
    if (words.length != COLUMNS) {
      throw new IllegalArgumentException(words.length + " values");
    }
    int i = number.size();
    xNm[i] = nm(words[2]);
    yNm[i] = nm(words[3]);
    zNm[i] = nm(words[4]);
    long above = Long.parseLong(words[6]);
    Integer known = above == -1 ? Integer.valueOf(-1) : number.get(above);
    if (known == null) {
      throw new IllegalArgumentException("No node " + above + " before");
    }
    parent[i] = known;
    if (number.put(Long.valueOf(words[0]), i) != null) {
      throw new IllegalArgumentException("Node " + words[0] + " comes twice");
    }
  }

  private static double nm(String word) {
    double nm = Double.parseDouble(word) * NM_PER_UM;
    if (!Double.isFinite(nm)) {
      throw new IllegalArgumentException(word + " is no position");
    }
    return nm;
  }
}
