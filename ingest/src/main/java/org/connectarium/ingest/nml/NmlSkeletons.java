package org.connectarium.ingest.nml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.volume.BadInputException;

/// Reads the trees of an NML file, the XML of webKnossos and Knossos.
///
/// Of the file these elements count, all others are passed over:
///
/// - `<scale x y z unit>`: edges of a voxel in nm; the unit is `nanometer` or missing
/// - `<thing name>`: a tree, with `<node id x y z>` in voxels and `<edge source target>`
///
/// No document type and nothing outside the file is read.
public final class NmlSkeletons {
  private NmlSkeletons() {}

  /// All trees in the order of the file.
  ///
  /// @throws BadInputException if the file cannot be read, is no NML, or an edge or a number in it
  ///     is wrong; with the line
  public static List<NmlTree> read(Path file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      try {
        return trees(xml);
      } catch (IllegalArgumentException e) {
        throw new BadInputException(
            file + ":" + xml.getLocation().getLineNumber() + ": " + e.getMessage(), e);
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new BadInputException(file + ":" + line + ": it is no NML, or damaged", e);
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + file + ": " + WholeFile.reason(e), e);
    }
  }

  private static List<NmlTree> trees(XMLStreamReader xml) throws XMLStreamException {
    NmlTrees trees = new NmlTrees();
    boolean isFirst = true;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      if (isFirst && !name.equals("things")) {
        throw new IllegalArgumentException("an NML begins with <things>, not <" + name + ">");
      }
      isFirst = false;
      switch (name) {
        case "scale" -> trees.scale(xml);
        case "thing" -> trees.begin(xml);
        case "node" -> trees.node(xml);
        case "edge" -> trees.edge(xml);
        default -> {}
      }
    }
    return trees.done();
  }
}
