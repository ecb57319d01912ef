package org.connectarium.graph.server;

import java.time.Duration;
import java.util.List;

/// Where and how the server listens.
///
/// - `listenAddress`: a host or address; loopback unless the user says otherwise
/// - `httpPort`, `boltPort`: 0…65535; 0 = any free port
/// - `authentication`: false is possible on loopback only
/// - `resetPassword`: forget a stored password and make a new one
/// - `transactionTimeout`, `transactionBytes`: most time and heap one query may take
/// - `pageCacheBytes`: page cache, outside the heap
/// - `procedures`: name patterns of procedures and functions that may be called
public record ServerOptions(
    String listenAddress,
    int httpPort,
    int boltPort,
    boolean authentication,
    boolean resetPassword,
    Duration transactionTimeout,
    long transactionBytes,
    long pageCacheBytes,
    List<String> procedures) {

  public static final ServerOptions DEFAULT =
      new ServerOptions(
          "127.0.0.1",
          7474,
          7687,
          true,
          false,
          Duration.ofSeconds(60),
          1L << 30,
          512L << 20,
          List.of("connectome.*", "gds.*"));

  private static final int MAX_PORT = 65_535;

  /// @throws IllegalArgumentException if a port is out of range, or authentication is off on an
  ///     address that others can reach
  public ServerOptions {
    for (int port : new int[] {httpPort, boltPort}) {
      if (port < 0 || port > MAX_PORT) {
        throw new IllegalArgumentException("A port must be 0…65535 but was " + port);
      }
    }
    if (!authentication && !Loopback.isLoopback(listenAddress)) {
      throw new IllegalArgumentException(
          "Without authentication the server listens on loopback only, not on "
              + listenAddress
              + "; leave out --no-auth or the address");
    }
    procedures = List.copyOf(procedures);
  }

  /// The same options on other ports.
  public ServerOptions withPorts(int newHttpPort, int newBoltPort) {
    return new ServerOptions(
        listenAddress,
        newHttpPort,
        newBoltPort,
        authentication,
        resetPassword,
        transactionTimeout,
        transactionBytes,
        pageCacheBytes,
        procedures);
  }

  /// The same options on another address.
  public ServerOptions withListenAddress(String newListenAddress) {
    return new ServerOptions(
        newListenAddress,
        httpPort,
        boltPort,
        authentication,
        resetPassword,
        transactionTimeout,
        transactionBytes,
        pageCacheBytes,
        procedures);
  }

  /// The same options with authentication as given.
  public ServerOptions withAuthentication(boolean newAuthentication, boolean newResetPassword) {
    return new ServerOptions(
        listenAddress,
        httpPort,
        boltPort,
        newAuthentication,
        newResetPassword,
        transactionTimeout,
        transactionBytes,
        pageCacheBytes,
        procedures);
  }
}
