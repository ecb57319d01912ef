package org.connectarium.graph.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Columns for tests: n segments of 1000 voxels each at the origin, without traits, and contacts
/// that are added one by one.
public final class TinyColumns {
  public final SegmentColumns segments;
  private final List<Contact> contacts = new ArrayList<>();

  private record Contact(
      int from, int to, double p, int voxels, double x, double y, double z, boolean face) {}

  public TinyColumns(int n) {
    Map<Trait, float[]> traits = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      traits.put(trait, new float[n]);
    }
    long[] ids = new long[n];
    Arrays.setAll(ids, i -> i + 1);
    long[] voxels = new long[n];
    Arrays.fill(voxels, 1000);
    segments =
        new SegmentColumns(
            ids,
            ids.clone(),
            voxels,
            new float[3 * n],
            new float[6 * n],
            new int[6 * n],
            traits,
            EnumSet.allOf(Trait.class));
  }

  /// Values of the first segments.
  public TinyColumns trait(Trait trait, double... values) {
    for (int i = 0; i < values.length; i++) {
      segments.trait(trait)[i] = (float) values[i];
    }
    return this;
  }

  /// A box of this half width around a place, in voxels of 10 nm, and its variance along x.
  public TinyColumns place(int segment, double x, double y, double z, double varianceX) {
    double[] at = {x, y, z};
    for (int a = 0; a < 3; a++) {
      segments.centroidNm()[3 * segment + a] = (float) at[a];
      segments.bboxVoxels()[6 * segment + a] = (int) at[a] / 10 - 20;
      segments.bboxVoxels()[6 * segment + 3 + a] = (int) at[a] / 10 + 20;
    }
    segments.covarianceNm2()[6 * segment] = (float) varianceX;
    segments.covarianceNm2()[6 * segment + 3] = 100;
    segments.covarianceNm2()[6 * segment + 5] = 100;
    return this;
  }

  public TinyColumns contact(int from, int to, double p) {
    return contact(from, to, p, 1000);
  }

  public TinyColumns contact(int from, int to, double p, int voxels) {
    return contact(from, to, p, voxels, 0, 0, 0);
  }

  public TinyColumns contact(int from, int to, double p, int voxels, double x, double y, double z) {
    contacts.add(new Contact(from, to, p, voxels, x, y, z, false));
    return this;
  }

  public TinyColumns face(int from, int to) {
    contacts.add(new Contact(from, to, 1, 1, 0, 0, 0, true));
    return this;
  }

  public TinyColumns shuffled(long seed) {
    Collections.shuffle(contacts, new Random(seed));
    return this;
  }

  public Columns columns() {
    int m = contacts.size();
    ContactColumns columns =
        new ContactColumns(
            new int[m], new int[m], new float[m], new int[m], new float[3 * m], new boolean[m]);
    for (int k = 0; k < m; k++) {
      Contact c = contacts.get(k);
      columns.from()[k] = c.from;
      columns.to()[k] = c.to;
      columns.continuity()[k] = (float) c.p;
      columns.voxels()[k] = c.voxels;
      columns.positionNm()[3 * k] = (float) c.x;
      columns.positionNm()[3 * k + 1] = (float) c.y;
      columns.positionNm()[3 * k + 2] = (float) c.z;
      columns.face()[k] = c.face;
    }
    return new Columns(segments, columns);
  }

  /// Each segment alone.
  public static int[] alone(int n) {
    int[] component = new int[n];
    Arrays.setAll(component, i -> i);
    return component;
  }

  /// True for these places.
  public static boolean[] only(int n, int... places) {
    boolean[] only = new boolean[n];
    for (int place : places) {
      only[place] = true;
    }
    return only;
  }

  /// Components after the joins.
  public static int[] after(int[] component, Joins joins) {
    DisjointSets sets = DisjointSets.ofLabels(component);
    for (int k = 0; k < joins.count(); k++) {
      sets.join(joins.from()[k], joins.to()[k]);
    }
    return sets.labels();
  }
}
