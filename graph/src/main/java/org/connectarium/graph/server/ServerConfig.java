package org.connectarium.graph.server;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.connectarium.graph.server.browser.BrowserFiles;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.server.configuration.ServerSettings;
import org.neo4j.server.configuration.ThirdPartyJaxRsPackage;

/// Our options as Neo4j settings.
final class ServerConfig {
  /* It says that it reads classes newer than it knows, which it does well; kept, or it would be
  forgotten. */
  private static final Logger SCANNER =
      Logger.getLogger("jersey.repackaged.org.objectweb.asm.ClassReader");

  static {
    SCANNER.setLevel(Level.SEVERE);
  }

  private ServerConfig() {}

  static Config of(Path home, ServerOptions options) {
    Config.Builder config = base(home, options);
    if (options.boltPort() != 0) { // what Browser is told; else it would be told the default port
      config.set(
          BoltConnector.advertised_address,
          new SocketAddress(options.listenAddress(), options.boltPort()));
    }
    if (options.httpPort() != 0) {
      config.set(
          ServerSettings.browser_post_connect_cmd,
          "play http://%s:%d%s/%s"
              .formatted(
                  options.listenAddress(),
                  options.httpPort(),
                  BrowserFiles.MOUNT,
                  BrowserFiles.GUIDE));
    }
    return config
        .set(HttpConnector.enabled, true)
        .set(
            HttpConnector.listen_address,
            new SocketAddress(options.listenAddress(), options.httpPort()))
        .set(BoltConnector.enabled, true)
        .set(
            BoltConnector.listen_address,
            new SocketAddress(options.listenAddress(), options.boltPort()))
        .set(BoltConnector.server_bolt_telemetry_enabled, false)
        .set(ServerSettings.allow_telemetry, false)
        .set(ServerSettings.http_logging_enabled, false)
        .set( // only pages that this server itself sends may read its answers
            ServerSettings.http_access_control_allow_origin,
            "http://" + options.listenAddress() + ":" + options.httpPort())
        .set(
            ServerSettings.third_party_packages,
            List.of(
                new ThirdPartyJaxRsPackage(
                    BrowserFiles.class.getPackageName(), BrowserFiles.MOUNT)))
        .set(
            ServerSettings.http_auth_allowlist,
            List.of("/", "/browser.*", BrowserFiles.MOUNT + "/.*"))
        .set(ServerSettings.browser_remote_content_hostname_whitelist, options.listenAddress())
        .build();
  }

  static Config withoutNetwork(Path home, ServerOptions options) {
    return base(home, options)
        .set(HttpConnector.enabled, false)
        .set(BoltConnector.enabled, false)
        .build();
  }

  private static Config.Builder base(Path home, ServerOptions options) {
    return Config.newBuilder()
        .set(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath())
        .set(GraphDatabaseSettings.auth_enabled, options.authentication())
        .set(GraphDatabaseSettings.procedure_allowlist, options.procedures())
        .set(GraphDatabaseSettings.transaction_timeout, options.transactionTimeout())
        .set(GraphDatabaseSettings.memory_transaction_max_size, options.transactionBytes())
        .set(GraphDatabaseSettings.pagecache_memory, options.pageCacheBytes())
        .set(GraphDatabaseSettings.preallocate_logical_logs, false)
        .set(GraphDatabaseSettings.keep_logical_logs, "256M size")
        .set(GraphDatabaseSettings.allow_file_urls, false)
        .set(GraphDatabaseSettings.udc_enabled, false)
        .set(HttpsConnector.enabled, false);
  }
}
