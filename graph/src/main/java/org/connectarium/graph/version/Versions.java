package org.connectarium.graph.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.connectarium.graph.schema.GraphSchema;

/// What must fit together where two processes share a graph.
///
/// @param program version of Connectarium, such as `0.1.0`
/// @param schema version of the schema that it writes
/// @param neo4j version of Neo4j that it was built for, such as `2026.08.1`
public record Versions(String program, int schema, String neo4j) {
  /// Of the program that runs this.
  public static final Versions OURS = read();

  /// Year and month of a Neo4j: versions that differ after them fit the same plug-in.
  public static String release(String neo4j) {
    String[] parts = neo4j.split("\\.", -1);
    return parts.length < 2 ? neo4j : parts[0] + "." + parts[1];
  }

  private static Versions read() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing; build the program again");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(
        properties.getProperty("program", ""),
        GraphSchema.VERSION,
        properties.getProperty("neo4j", ""));
  }
}
