package org.connectarium.graph.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.connectarium.graph.GraphException;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;

/// The password of the user `neo4j`: made once, stored by Neo4j as a salted hash only.
///
/// A marker file says that it was set. Without the marker, or on request, the databases are
/// started once without any network, the password is set, and they are stopped again: at no
/// moment does a port answer to Neo4j's default password.
final class Password {
  private static final String MARKER = "connectarium-password-set";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 20;

  private Password() {}

  /// Sets a new password if none was set or a reset is asked for.
  ///
  /// @return the new password, empty if the stored one stays
  static Optional<String> prepare(Path home, ServerOptions options) {
    Path marker = home.resolve("data").resolve("dbms").resolve(MARKER);
    if (!options.authentication() || (Files.exists(marker) && !options.resetPassword())) {
      return Optional.empty();
    }
    String password = generate();
    DatabaseManagementService service =
        new CommunityServer().start(ServerConfig.withoutNetwork(home, options));
    try {
      GraphDatabaseService system = service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
      system.executeTransactionally(
          "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
          Map.of("password", password));
      Files.createDirectories(marker.getParent());
      Files.write(marker, new byte[0]);
    } catch (IOException failure) {
      throw new GraphException("Cannot write " + marker + ": " + failure.getMessage(), failure);
    } finally {
      service.shutdown();
    }
    return Optional.of(password);
  }

  private static String generate() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
