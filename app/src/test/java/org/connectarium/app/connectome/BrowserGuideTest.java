package org.connectarium.app.connectome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.connectarium.graph.server.GraphServer;
import org.connectarium.graph.server.ServerOptions;
import org.connectarium.graph.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guide and the style that `serve` offers to Neo4j Browser.
class BrowserGuideTest {
  private static final Pattern RUNNABLE =
      Pattern.compile("<pre class=\"runnable\">(.*?)</pre>", Pattern.DOTALL);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir static Path folder;
  private static GraphServer server;

  @BeforeAll
  static void serve() throws IOException {
    Path graph = folder.resolve("graph");
    try (GraphStore store = GraphStore.open(graph)) {
      new Imports(store)
          .files(
              folder,
              false,
              "name: tiny\nconnections: {file: c.csv, pre: a, post: b, count: n}\n",
              "c.csv",
              "a,b,n\n1,2,3\n2,3,1\n3,1,2\n1,3,1\n");
    }
    server = GraphServer.start(graph, ServerOptions.DEFAULT.withPorts(0, 0));
  }

  @AfterAll
  static void stop() {
    server.close();
    CLIENT.close();
  }

  @Test
  void guideAndStyleAreServedWithoutPassword() throws Exception {
    assertThat(get("guide.html"))
        .contains("<slide")
        .contains(":style http://127.0.0.1:" + server.httpPort() + "/connectarium/connectarium");
    assertThat(get("connectarium.grass"))
        .isEqualTo(Files.readString(Path.of("../cypher/browser/connectarium.grass")));
    assertThat(status("secret")).isEqualTo(404);
  }

  @Test
  void eachQuestionOfTheGuideHasAnAnswer() throws Exception {
    List<String> questions =
        RUNNABLE.matcher(get("guide.html")).results().map(BrowserGuideTest::text).toList();
    assertThat(questions).hasSizeGreaterThan(10);
    for (String question : questions) {
      if (!question.startsWith(":")) {
        server
            .database()
            .executeTransactionally(
                question,
                Map.of("dataset", "tiny"),
                result -> {
                  assertThat(result.columns()).as(question).isNotEmpty();
                  return result.stream().count();
                });
      }
    }
  }

  @Test
  void eachLabelWithAColourIsInTheSchema() throws Exception {
    String schema = Files.readString(Path.of("../docs/schema.md"));
    List<String> named =
        Pattern.compile("(?m)^(?:node|relationship)\\.(\\w+)")
            .matcher(get("connectarium.grass"))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(named).contains("Segment", "Agglomerate", "Neuron", "Synapse", "CONTACT");
    assertThat(named).allSatisfy(name -> assertThat(schema).contains("### " + name + "\n"));
  }

  private static String text(MatchResult found) {
    return found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String get(String name) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(name);
    assertThat(answer.statusCode()).as(name).isEqualTo(200);
    return answer.body();
  }

  private static int status(String name) throws IOException, InterruptedException {
    return send(name).statusCode();
  }

  private static HttpResponse<String> send(String name) throws IOException, InterruptedException {
    URI address =
        URI.create("http://127.0.0.1:" + server.httpPort() + "/connectarium/").resolve(name);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
