package org.connectarium.graph.columns;

import java.util.Arrays;

/// The contacts of each segment: those of segment i are `contact[start[i]]` to
/// `contact[start[i + 1] − 1]`. 8 bytes a contact, 4 a segment.
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record ContactsBySegment(int[] start, int[] contact) {

  public static ContactsBySegment of(int segments, ContactColumns contacts) {
    int[] start = new int[segments + 1];
    for (int k = 0; k < contacts.count(); k++) {
      start[contacts.from()[k] + 1]++;
      start[contacts.to()[k] + 1]++;
    }
    Arrays.parallelPrefix(start, Math::addExact);
    int[] next = start.clone();
    int[] contact = new int[start[segments]];
    for (int k = 0; k < contacts.count(); k++) {
      contact[next[contacts.from()[k]]++] = k;
      contact[next[contacts.to()[k]]++] = k;
    }
    return new ContactsBySegment(start, contact);
  }
}
