package org.connectarium.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.connectarium.app.pipeline.Pipeline;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.graph.server.GraphServer;
import org.connectarium.graph.server.ServerOptions;
import org.connectarium.ingest.volume.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium serve WORKSPACE`: Bolt, Neo4j Browser and the procedures, until Ctrl-C.
@Command(
    name = "serve",
    description = "Serve the graph of a workspace: Bolt, Neo4j Browser, procedures.")
final class Serve implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "WORKSPACE", description = "Folder made by 'run' or 'demo'.")
  private Path folder = Path.of("");

  @Option(names = "--http", paramLabel = "PORT", description = "Port of Neo4j Browser.")
  private int http = ServerOptions.DEFAULT.httpPort();

  @Option(names = "--bolt", paramLabel = "PORT", description = "Port of Bolt.")
  private int bolt = ServerOptions.DEFAULT.boltPort();

  @Option(names = "--listen", paramLabel = "ADDRESS", description = "Address; default: loopback.")
  private String listen = ServerOptions.DEFAULT.listenAddress();

  @Option(names = "--no-auth", description = "No password; on loopback only.")
  private boolean noAuth;

  @Option(names = "--new-password", description = "Forget the password and make a new one.")
  private boolean newPassword;

  Serve(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ServerOptions server;
    try {
      server =
          ServerOptions.DEFAULT
              .withPorts(http, bolt)
              .withListenAddress(listen)
              .withAuthentication(!noAuth, newPassword);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()), e);
    }
    try (Workspace workspace = Workspace.open(folder)) {
      Optional<String> elsewhere = Pipeline.serverOf(workspace);
      if (elsewhere.isPresent()) {
        throw new BadInputException(
            "the graph of %s is kept by the Neo4j server at %s; open its own Neo4j Browser"
                .formatted(workspace.root(), elsewhere.get()));
      }
      try (GraphServer running = GraphServer.start(workspace.neo4j(), server)) {
        announce(running);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread stop = new Thread(stopped::countDown, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        stopped.await();
      }
    }
    return 0;
  }

  private void announce(GraphServer running) {
    String browser = "http://" + listen + ":" + running.httpPort() + "/browser/";
    String address = "bolt://" + listen + ":" + running.boltPort();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("browser", browser);
    json.put("bolt", address);
    json.put("user", noAuth ? "" : "neo4j");
    running.newPassword().ifPresent(p -> json.put("password", p));
    String user =
        noAuth
            ? "no password is asked for"
            : running
                .newPassword()
                .map(p -> "user neo4j, password " + p + "   (shown only this once)")
                .orElse("user neo4j, the password shown at the first start; --new-password resets");
    console.result(
        options,
        json,
        List.of("Neo4j Browser  " + browser, "Bolt           " + address, user, "Ctrl-C stops."));
  }
}
