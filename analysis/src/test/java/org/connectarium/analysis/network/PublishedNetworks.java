package org.connectarium.analysis.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Connections of published connectomes, where their tables are.
public final class PublishedNetworks {
  private static final Path DATA =
      Path.of(System.getenv().getOrDefault("CONNECTARIUM_DATA", "../../shared/data"));

  private PublishedNetworks() {}

  /// Left half of the brain of the larva.
  public static Network larva() throws IOException {
    return network("larva-connectome/unmatched_left_edgelist.csv", ",", "");
  }

  /// Chemical synapses in the nerve ring of C. elegans by White.
  public static Network white() throws IOException {
    return network("celegans/aconnectome_white_1986_A.csv", "\t", "chemical");
  }

  private static Network network(String name, String separator, String type) throws IOException {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), "no real data at " + file);
    List<String[]> rows =
        Files.readAllLines(file).stream()
            .map(line -> line.split(separator, -1))
            .filter(row -> row.length >= 3 && (type.isEmpty() || row[2].equals(type)))
            .toList();
    Map<String, Integer> numbers = new HashMap<>();
    int[] from = new int[rows.size()];
    int[] to = new int[rows.size()];
    double[] weights = new double[rows.size()];
    for (int e = 0; e < rows.size(); e++) {
      String[] row = rows.get(e);
      from[e] = numbers.computeIfAbsent(row[0], _ -> numbers.size());
      to[e] = numbers.computeIfAbsent(row[1], _ -> numbers.size());
      weights[e] = Double.parseDouble(row[row.length - 1]);
    }
    return Network.of(numbers.size(), from, to, weights);
  }
}
