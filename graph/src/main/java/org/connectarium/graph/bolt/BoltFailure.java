package org.connectarium.graph.bolt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectarium.graph.GraphException;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/// Turns what the driver throws into one line.
final class BoltFailure {
  private static final Pattern OURS =
      Pattern.compile(Pattern.quote(GraphException.class.getName()) + ": (.*)", Pattern.DOTALL);

  private BoltFailure() {}

  static GraphException of(String uri, String what, Neo4jException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher ours = OURS.matcher(message);
    if (ours.find()) {
      return new GraphException(ours.group(1), failure);
    }
    if (failure instanceof AuthenticationException) {
      return new GraphException(
          "Neo4j at " + uri + " does not accept this user and password", failure);
    }
    if (failure instanceof ServiceUnavailableException) {
      return new GraphException(
          "No Neo4j answers at " + uri + ": " + message + "; is it running there?", failure);
    }
    if (failure.code().endsWith("ProcedureNotFound")) {
      return new GraphException(
          "Neo4j at "
              + uri
              + " has no procedures of Connectarium; put its plug-in into the folder `plugins` there",
          failure);
    }
    return new GraphException(what + ": " + message, failure);
  }
}
