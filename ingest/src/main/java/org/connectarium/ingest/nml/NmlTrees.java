package org.connectarium.ingest.nml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Takes the elements of an NML file one by one.
final class NmlTrees {
  private final List<NmlTree> trees = new ArrayList<>();
  private double @Nullable [] scaleNm;
  private @Nullable Growing now;

  /* The tree at hand: nodes by their ids in the file. */
  private static final class Growing {
    final String name;
    final Map<Long, Integer> number = new LinkedHashMap<>();
    final List<double[]> nodes = new ArrayList<>();
    final List<List<Integer>> next = new ArrayList<>();

    Growing(String name) {
      this.name = name;
    }

    int node(String id) {
      Integer at = number.get(whole(id));
      if (at == null) {
        throw new IllegalArgumentException("an edge names node " + id + ", which its tree lacks");
      }
      return at;
    }

    /* From each piece's first node outwards, so that parents come first. */
    NmlTree grown() {
      int n = nodes.size();
      NmlTree tree = new NmlTree(name, new double[n], new double[n], new double[n], new int[n]);
      int[] place = new int[n];
      Arrays.fill(place, -1);
      int done = 0;
      for (int root = 0; root < n; root++) {
        if (place[root] >= 0) {
          continue;
        }
        ArrayDeque<Integer> open = new ArrayDeque<>();
        tree.parent()[done] = -1;
        place[root] = done++;
        open.add(root);
        while (!open.isEmpty()) {
          int node = open.remove();
          for (int other : next.get(node)) {
            if (place[other] < 0) {
              tree.parent()[done] = place[node];
              place[other] = done++;
              open.add(other);
            }
          }
        }
      }
      for (int i = 0; i < n; i++) {
        tree.xNm()[place[i]] = nodes.get(i)[0];
        tree.yNm()[place[i]] = nodes.get(i)[1];
        tree.zNm()[place[i]] = nodes.get(i)[2];
      }
      return tree;
    }
  }

  void scale(XMLStreamReader xml) {
    String unit = xml.getAttributeValue(null, "unit");
    if (unit != null && !unit.equals("nanometer")) {
      throw new IllegalArgumentException("the unit of <scale> is " + unit + ", not nanometer");
    }
    scaleNm = xyz(xml);
    for (double edge : scaleNm) {
      if (!(edge > 0)) {
        throw new IllegalArgumentException("an edge of a voxel in <scale> is " + edge + " nm");
      }
    }
  }

  void begin(XMLStreamReader xml) {
    finish();
    String name = xml.getAttributeValue(null, "name");
    now = new Growing(name == null ? "" : name);
  }

  void node(XMLStreamReader xml) {
    double[] scale = scaleNm;
    if (scale == null) {
      throw new IllegalArgumentException("<scale> is missing before the first node");
    }
    Growing tree = inTree();
    double[] xyz = xyz(xml);
    for (int axis = 0; axis < 3; axis++) {
      xyz[axis] *= scale[axis];
    }
    String id = attribute(xml, "id");
    if (tree.number.put(whole(id), tree.nodes.size()) != null) {
      throw new IllegalArgumentException("node " + id + " comes twice");
    }
    tree.nodes.add(xyz);
    tree.next.add(new ArrayList<>());
  }

  void edge(XMLStreamReader xml) {
    Growing tree = inTree();
    int source = tree.node(attribute(xml, "source"));
    int target = tree.node(attribute(xml, "target"));
    tree.next.get(source).add(target);
    tree.next.get(target).add(source);
  }

  List<NmlTree> done() {
    finish();
    return trees;
  }

  private Growing inTree() {
    Growing tree = now;
    if (tree == null) {
      throw new IllegalArgumentException("a node or edge stands outside of all <thing>");
    }
    return tree;
  }

  private void finish() {
    Growing tree = now;
    if (tree != null && !tree.nodes.isEmpty()) {
      trees.add(tree.grown());
    }
    now = null;
  }

  private static double[] xyz(XMLStreamReader xml) {
    return new double[] {number(xml, "x"), number(xml, "y"), number(xml, "z")};
  }

  private static double number(XMLStreamReader xml, String name) {
    String text = attribute(xml, name);
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is \"" + text + "\", no number", e);
    }
    throw new IllegalArgumentException(name + " is " + text);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String text = xml.getAttributeValue(null, name);
    if (text == null) {
      throw new IllegalArgumentException("<" + xml.getLocalName() + "> has no " + name);
    }
    return text;
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no id", e);
    }
  }
}
