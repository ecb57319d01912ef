package org.connectarium.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.connectarium.graph.procedure.ProcedureProvider;
import org.junit.jupiter.api.Test;

/// The jar that goes into a Neo4j server.
class PluginTest {
  @Test
  void holdsWhatThisBuildHasMadeAndNothingOfNeo4j() throws IOException {
    try (JarFile jar = new JarFile(StandaloneServer.plugin().toFile())) {
      List<String> names =
          jar.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
      assertThat(names)
          .contains("META-INF/LICENSE-connectarium.txt", "META-INF/LICENSE.txt")
          .noneMatch(name -> name.startsWith("META-INF/services"))
          .allMatch(
              name ->
                  name.matches("META-INF/.*|(assets/)?org/(connectarium|apache/commons/math3)/.*"));
      for (String name : names) {
        if (name.startsWith("org/connectarium/")) {
          assertThat(bytes(jar.getInputStream(jar.getEntry(name))))
              .as("%s as on the class path; build the plug-in again", name)
              .isEqualTo(bytes(Objects.requireNonNull(getClass().getResourceAsStream("/" + name))));
        }
      }
      for (ProcedureProvider provider : ServiceLoader.load(ProcedureProvider.class)) {
        for (Class<?> procedures : provider.procedures()) {
          assertThat(names).contains(procedures.getName().replace('.', '/') + ".class");
        }
      }
    }
  }

  private static byte[] bytes(InputStream in) throws IOException {
    try (in) {
      return in.readAllBytes();
    }
  }
}
