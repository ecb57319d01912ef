package org.connectarium.graph.server;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import org.connectarium.graph.GraphException;
import org.neo4j.exceptions.KernelException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.UserFunction;

/// Registers the procedures and functions of Graph Data Science. As a plug-in Neo4j finds them
/// in its jar; on the class path it does not look. Each of GDS's procedure jars is listed
/// through one class that lives in it.
final class GdsProcedures {
  private static final List<String> ONE_CLASS_OF_EACH_JAR =
      List.of(
          "org.neo4j.gds.catalog.GraphProjectProc",
          "org.neo4j.gds.wcc.WccStreamProc",
          "org.neo4j.gds.pagerank.PageRankStreamProc",
          "org.neo4j.gds.paths.traverse.BfsStreamProc",
          "org.neo4j.gds.similarity.nodesim.NodeSimilarityStreamProc",
          "org.neo4j.gds.embeddings.fastrp.FastRPStreamProc");

  private GdsProcedures() {}

  static void register(GlobalProcedures procedures) {
    try {
      for (String name : ONE_CLASS_OF_EACH_JAR) {
        for (Class<?> candidate : classesBeside(Class.forName(name))) {
          if (hasMethod(candidate, Procedure.class)) {
            procedures.registerProcedure(candidate);
          }
          if (hasMethod(candidate, UserFunction.class)) {
            procedures.registerFunction(candidate);
          }
        }
      }
    } catch (KernelException | IOException | URISyntaxException | ClassNotFoundException failure) {
      throw new GraphException(
          "Cannot register the Graph Data Science procedures: " + failure.getMessage(), failure);
    }
  }

  private static List<Class<?>> classesBeside(Class<?> known)
      throws IOException, URISyntaxException {
    Path jar = Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith("org/neo4j/gds/") && name.endsWith(".class"))
          .filter(name -> !name.contains("$"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(name -> load(name, known.getClassLoader()))
          .toList();
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException listedButAbsent) {
      throw new IllegalStateException(listedButAbsent);
    }
  }

  private static boolean hasMethod(
      Class<?> type, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Arrays.stream(type.getMethods())
        .anyMatch((Method method) -> method.isAnnotationPresent(annotation));
  }
}
