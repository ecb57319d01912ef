package org.connectarium.graph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectarium.graph.TinyConnectome.contact;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.connectarium.graph.GraphException;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphServerTest {
  private static final ServerOptions FREE_PORTS = ServerOptions.DEFAULT.withPorts(0, 0);
  /* As browsers speak without TLS. Over HTTP/2 a refusal may overtake the body of the question. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir static Path home;
  private static GraphServer server;
  private static String password;

  @BeforeAll
  static void serveWhatAStoreWrote() {
    try (GraphStore store = GraphStore.open(home);
        GraphSink sink = GraphSink.embedded(store.database())) {
      TinyConnectome.load(
          sink,
          TinyConnectome.segments(4),
          List.of(contact(1, 2, 0.99), contact(2, 3, 0.5), contact(3, 4, 0.99)));
    }
    server = GraphServer.start(home, FREE_PORTS);
    password = server.newPassword().orElseThrow();
  }

  @AfterAll
  static void stop() {
    server.close();
    CLIENT.close();
  }

  @Test
  void answersQueriesWithThePasswordOnly() throws Exception {
    String query = "MATCH (s:Segment) RETURN count(s) AS n";
    assertThat(post(query, "neo4j:" + password).statusCode()).isEqualTo(202);
    assertThat(post(query, "neo4j:" + password).body()).contains("\"values\":[[4]]");
    assertThat(post(query, "neo4j:neo4j").statusCode()).isEqualTo(401);
    assertThat(post(query, "").statusCode()).isEqualTo(401);
  }

  @Test
  void offersOurProceduresAndThoseOfGds() throws Exception {
    String login = "neo4j:" + password;
    assertThat(
            post(
                    "CALL connectome.agglomerate.components({minContinuity: 0.9})"
                        + " YIELD agglomerates RETURN agglomerates",
                    login)
                .body())
        .contains("\"values\":[[2]]");
    assertThat(
            post(
                    "CALL gds.graph.project('all', 'Segment', {CONTACT: {orientation:"
                        + " 'UNDIRECTED', properties: 'pContinuity'}}) YIELD relationshipCount"
                        + " RETURN relationshipCount",
                    login)
                .body())
        .contains("\"values\":[[6]]");
    assertThat(
            post(
                    "CALL gds.wcc.stream('all', {relationshipWeightProperty: 'pContinuity',"
                        + " threshold: 0.9}) YIELD componentId RETURN count(DISTINCT componentId)",
                    login)
                .body())
        .contains("\"values\":[[2]]");
  }

  @Test
  void readsNoLocalFiles() throws Exception {
    Path file = Files.writeString(home.resolve("secret.csv"), "secret");
    assertThat(
            post("LOAD CSV FROM '" + file.toUri() + "' AS row RETURN row", "neo4j:" + password)
                .body())
        .contains("errors")
        .doesNotContain("\"secret\"");
  }

  @Test
  void servesNeo4jBrowser() throws Exception {
    HttpResponse<String> page =
        CLIENT.send(
            HttpRequest.newBuilder(uri("/browser/")).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).containsIgnoringCase("<html");
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    try (ServerSocket elsewhere = new ServerSocket()) {
      // the port is free on every other address of this machine
      elsewhere.bind(new java.net.InetSocketAddress("127.0.0.2", server.httpPort()));
      assertThat(elsewhere.isBound()).isTrue();
    }
  }

  @Test
  void aTakenPortAndAMissingGraphAreOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> GraphServer.start(home, ServerOptions.DEFAULT.withPorts(port, 0)))
          .isInstanceOf(GraphException.class)
          .hasMessage(
              "HTTP port "
                  + port
                  + " on 127.0.0.1 is taken; stop what uses it or choose another port");
    }
    Path nowhere = home.resolve("nowhere");
    assertThatThrownBy(() -> GraphServer.start(nowhere, FREE_PORTS))
        .hasMessage("There is no graph in " + nowhere + "; run the pipeline first");
    assertThatThrownBy(() -> GraphServer.start(home, FREE_PORTS))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("is open in another process");
  }

  @Test
  void withoutAuthenticationOnlyLoopbackIsAllowed() {
    ServerOptions open = ServerOptions.DEFAULT.withListenAddress("0.0.0.0");
    assertThatThrownBy(() -> open.withAuthentication(false, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback only, not on 0.0.0.0");
    assertThat(ServerOptions.DEFAULT.withAuthentication(false, false).authentication()).isFalse();
  }

  static HttpResponse<String> post(GraphServer to, String query, String login)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + to.httpPort() + "/db/neo4j/query/v2"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"statement\": \"" + query + "\"}"));
    if (!login.isEmpty()) {
      byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String query, String login)
      throws IOException, InterruptedException {
    return post(server, query, login);
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.httpPort() + path);
  }
}
