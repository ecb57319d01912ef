package org.connectarium.graph.server.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.UriInfo;

/// Files that Neo4j Browser fetches by `:play` and `:style`, without a password: they say nothing
/// of the graph.
@Path("/")
public final class BrowserFiles {
  /// Where the server puts them.
  public static final String MOUNT = "/connectarium";

  /// File of the guide.
  public static final String GUIDE = "guide.html";

  /// File of the style.
  public static final String STYLE = "connectarium.grass";

  private static final String ORIGIN = "ORIGIN";

  /// The guide; it names this server where it says from where to fetch the style.
  @GET
  @Path(GUIDE)
  @Produces("text/html; charset=UTF-8")
  public String guide(@Context UriInfo asked) throws IOException {
    String origin = asked.getBaseUri().resolve("/").toString();
    return read(GUIDE).replace(ORIGIN, origin.substring(0, origin.length() - 1));
  }

  /// The style.
  @GET
  @Path(STYLE)
  @Produces("text/plain; charset=UTF-8")
  public String style() throws IOException {
    return read(STYLE);
  }

  private static String read(String name) throws IOException {
    try (InputStream in = BrowserFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
