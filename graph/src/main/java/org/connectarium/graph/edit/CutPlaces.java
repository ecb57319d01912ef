package org.connectarium.graph.edit;

import org.connectarium.graph.schema.GraphSchema;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/// Where the pairs of a cut touch.
final class CutPlaces {
  private CutPlaces() {}

  static SplitPreview.CutPair of(SplitRegion.Cut cut) {
    Node a = cut.pair().a();
    Node b = cut.pair().b();
    long idA = EditTransaction.id(a);
    long idB = EditTransaction.id(b);
    double[] place = middle(a, b);
    long most = 0;
    for (Relationship contact : a.getRelationships(GraphSchema.CONTACT)) {
      long voxels = ((Number) contact.getProperty("voxels")).longValue();
      if (voxels > most && contact.getOtherNode(a).equals(b)) {
        most = voxels;
        place = position(contact);
      }
    }
    return new SplitPreview.CutPair(
        Math.min(idA, idB), Math.max(idA, idB), cut.strength(), place[0], place[1], place[2]);
  }

  private static double[] middle(Node a, Node b) {
    double[] p = position(a);
    double[] q = position(b);
    return new double[] {(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2};
  }

  private static double[] position(Entity entity) {
    return new double[] {
      ((Number) entity.getProperty("x")).doubleValue(),
      ((Number) entity.getProperty("y")).doubleValue(),
      ((Number) entity.getProperty("z")).doubleValue()
    };
  }
}
