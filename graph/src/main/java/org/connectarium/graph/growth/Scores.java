package org.connectarium.graph.growth;

import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ContactsBySegment;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;

/// How near each contact of an axon with its surroundings is to an end of the axon.
///
/// The segments of the axon around a contact are a cloud. Along the first axis of the cloud lie all
/// contacts that leave the axon from there, scaled to −1…+1. A contact seen in several clouds keeps
/// the score of smallest magnitude, of equal ones that of the straighter cloud. If a cloud has all
/// of them at one place, they are at no end: 0.
///
/// Entry i belongs to contact `contact[i]`.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
record Scores(int[] contact, double[] score, double[] straightness) {

  /// @param leaving contacts that leave the axon, ascending
  static Scores of(
      Columns columns,
      ContactsBySegment bySegment,
      Boxes boxes,
      int[] leaving,
      double cloudNm,
      Runnable stop) {
    IntIntHashMap place = new IntIntHashMap(leaving.length);
    double[] score = new double[leaving.length];
    double[] straightness = new double[leaving.length];
    for (int i = 0; i < leaving.length; i++) {
      place.put(leaving[i], i);
      score[i] = Double.POSITIVE_INFINITY;
    }
    float[] positionNm = columns.contacts().positionNm();
    for (int contact : leaving) {
      stop.run();
      IntArrayList members = boxes.near(positionNm, contact, cloudNm);
      if (members.isEmpty()) {
        continue;
      }
      Cloud cloud = Cloud.of(columns.segments(), members);
      IntArrayList seen = seenFrom(members, bySegment, place);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < seen.size(); i++) {
        double along = cloud.along(positionNm, leaving[seen.get(i)]);
        low = Math.min(low, along);
        high = Math.max(high, along);
      }
      for (int i = 0; i < seen.size(); i++) {
        int at = seen.get(i);
        double along = cloud.along(positionNm, leaving[at]);
        double magnitude = high > low ? Math.abs(2 * (along - low) / (high - low) - 1) : 0;
        if (magnitude < score[at]
            || (magnitude == score[at] && cloud.straightness() > straightness[at])) {
          score[at] = magnitude;
          straightness[at] = cloud.straightness();
        }
      }
    }
    for (int i = 0; i < score.length; i++) {
      score[i] = Double.isFinite(score[i]) ? score[i] : 0; // in no cloud
    }
    return new Scores(leaving, score, straightness);
  }

  private static IntArrayList seenFrom(
      IntArrayList members, ContactsBySegment bySegment, IntIntHashMap place) {
    IntArrayList seen = new IntArrayList();
    for (int i = 0; i < members.size(); i++) {
      int s = members.get(i);
      for (int c = bySegment.start()[s]; c < bySegment.start()[s + 1]; c++) {
        int at = place.getIfAbsent(bySegment.contact()[c], -1);
        if (at >= 0) {
          seen.add(at);
        }
      }
    }
    return seen;
  }
}
