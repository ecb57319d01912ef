package org.connectarium.graph.hierarchy;

import org.connectarium.graph.hierarchy.Places.Sums;
import org.connectarium.graph.schema.GraphSchema;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;

/// One more joined pair of segments: on each level either their parts become one, because they
/// lie in one cube, or the link between them counts one more.
final class Fusing {
  private final Places places;

  Fusing(Places places) {
    this.places = places;
  }

  /// @param a the part of level 1 that the first segment is in
  /// @param b that of the second
  void join(Node a, long chunkA, Node b, long chunkB) {
    Node x = a;
    Node y = b;
    for (int level = 1; !x.equals(y); level++) {
      if (ChunkGrid.sameCube(chunkA, chunkB, level)) {
        fuse(x, y);
        return;
      }
      Links.add(x, y, 1);
      boolean meet = ChunkGrid.sameCube(chunkA, chunkB, level + 1);
      Node upX = Ancestry.parent(x);
      Node upY = Ancestry.parent(y);
      if (meet && upX == null) {
        adopt(x, upY == null ? raise(y, level + 1) : upY);
        return;
      }
      if (meet && upY == null) {
        adopt(y, upX);
        return;
      }
      x = upX == null ? raise(x, level + 1) : upX;
      y = upY == null ? raise(y, level + 1) : upY;
    }
  }

  private Node raise(Node top, int level) {
    Node above = places.create(level);
    places.attach(top, above);
    Sums.of(top).store(above);
    return above;
  }

  private void adopt(Node top, @Nullable Node part) {
    if (part != null) {
      places.attach(top, part);
      Places.addUp(part, Sums.of(top), 1);
    }
  }

  /// Makes one part of two of the same level and cube, and of those above them.
  private void fuse(Node x, Node y) {
    boolean xStays = children(x) >= children(y);
    Node stays = xStays ? x : y;
    Node goes = xStays ? y : x;
    Sums own = Sums.of(stays);
    Sums more = Sums.of(goes);
    places.children(goes).forEach(child -> places.move(child, stays));
    Links.moveAll(goes, stays);
    Node up = Ancestry.parent(stays);
    Node upOfGone = Ancestry.parent(goes);
    places.detach(goes);
    own.plus(more, 1).store(stays);
    new Sums(0, 0).store(goes);
    if (goes.hasLabel(GraphSchema.PART)) { // else its name is ended by who gave it
      goes.removeLabel(GraphSchema.PART);
      goes.addLabel(GraphSchema.FORMER_PART);
    }
    if (up == null && upOfGone != null) {
      places.attach(stays, upOfGone);
      Places.addUp(upOfGone, own, 1);
    } else if (up != null && upOfGone == null) {
      Places.addUp(up, more, 1);
    } else if (up != null && upOfGone != null && !up.equals(upOfGone)) {
      fuse(up, upOfGone);
    }
  }

  private static int children(Node part) {
    return part.getDegree(GraphSchema.PART_OF, Direction.INCOMING);
  }
}
