package org.connectarium.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:7474",
        "127.0.0.1:7687",
        "localhost",
        "bolt:7687",
        "bolt://",
        "bolt://host:7687/neo4j",
        "bolt://host?x=1",
        "bolt://a b"
      })
  void whatIsNoAddressOfAServerIsRefused(String uri) {
    assertThatThrownBy(() -> new ServerAddress(uri, "neo4j", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be the address of a Neo4j server, such as bolt://127");
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> new ServerAddress("bolt://neo4j:secret@host:7687", "neo4j", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must hold neither user nor password; they are given apart");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bolt://127.0.0.1:7687", "neo4j+s://graph.lab.org", "bolt://[::1]:7687"})
  void schemesOfTheDriverAreKnown(String uri) {
    assertThat(new ServerAddress(uri, "", "")).hasToString(uri);
    assertThat(new ServerAddress(uri, "", "cortex")).hasToString(uri + " (database cortex)");
  }
}
