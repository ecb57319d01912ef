package org.connectarium.graph.bolt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.version.Versions;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/// Turns what the driver throws into one line.
final class BoltFailure {
  private static final Pattern OURS =
      Pattern.compile(Pattern.quote(GraphException.class.getName()) + ": (.*)", Pattern.DOTALL);

  private BoltFailure() {}

  static GraphException of(ServerAddress address, String what, Neo4jException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher ours = OURS.matcher(message);
    if (ours.find()) {
      return new GraphException(ours.group(1), failure);
    }
    String line = "Neo4j at " + address.uri() + " ";
    if (failure instanceof AuthenticationException) {
      line += "does not accept this user and password";
    } else if (failure instanceof ServiceUnavailableException) {
      line =
          "No Neo4j answers at %s (%s); is it running there?"
              .formatted(address.uri(), message.replaceAll("[.]$", ""));
    } else {
      line =
          switch (failure.code().substring(failure.code().lastIndexOf('.') + 1)) {
            case "ProcedureNotFound" ->
                line
                    + "has no procedures of Connectarium; put "
                    + BoltConnection.plugin(Versions.OURS)
                    + " into its folder plugins, allow connectome.* there, and restart it";
            case "DatabaseNotFound" ->
                line + "has no database \"" + address.database() + "\"; correct the name";
            case "CredentialsExpired" ->
                line + "wants another password for this user first; change it there";
            default -> what + ": " + message;
          };
    }
    return new GraphException(line, failure);
  }
}
