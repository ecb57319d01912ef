package org.connectarium.graph.bolt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/// Where a Neo4j server answers, and which of its databases keeps the graph.
///
/// @param uri such as `bolt://127.0.0.1:7687`; `bolt+s` and `neo4j+s` for a server with a
///     certificate
/// @param user empty for a server without authentication
/// @param database empty for the user's own
public record ServerAddress(String uri, String user, String database) {
  private static final List<String> SCHEMES =
      List.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

  /// @throws IllegalArgumentException if this is no address, or it holds a password
  public ServerAddress {
    URI parsed;
    try {
      parsed = new URI(uri);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException(expected());
    }
    if (parsed.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "must hold neither user nor password; they are given apart");
    }
    boolean known = SCHEMES.contains(String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT));
    boolean bare = parsed.getRawQuery() == null && parsed.getRawFragment() == null;
    if (!known
        || parsed.getHost() == null
        || !bare
        || !List.of("", "/").contains(parsed.getRawPath())) {
      throw new IllegalArgumentException(expected() + ", but is \"" + uri + "\"");
    }
    uri = parsed.getScheme() + "://" + parsed.getRawAuthority();
  }

  /// For people: the address, and the database where one is named.
  @Override
  public String toString() {
    return database.isEmpty() ? uri : uri + " (database " + database + ")";
  }

  private static String expected() {
    return "must be the address of a Neo4j server, such as bolt://127.0.0.1:7687";
  }
}
