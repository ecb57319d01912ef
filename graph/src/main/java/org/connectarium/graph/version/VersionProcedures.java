package org.connectarium.graph.version;

import java.util.stream.Stream;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Procedure;

/// The procedure `connectome.version`.
public final class VersionProcedures {
  /// A row of `version`.
  public record VersionRow(
      @Description("Version of Connectarium that the procedures are of.") String program,
      @Description("Version of the schema that they write.") long schema,
      @Description("Version of Neo4j that they were built for.") String neo4j) {}

  @Procedure(name = "connectome.version", mode = Mode.READ)
  @Description("The version of these procedures.")
  public Stream<VersionRow> version() {
    Versions ours = Versions.OURS;
    return Stream.of(new VersionRow(ours.program(), ours.schema(), ours.neo4j()));
  }
}
