package org.connectarium.graph.columns;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// All segments and contacts of a graph.
public record Columns(SegmentColumns segments, ContactColumns contacts) {

  /// SHA-256 over everything that steps look at, as hex: the input hash of a run. Contacts count in
  /// any order.
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);
      for (int i = 0; i < segments.count(); i++) {
        sha.update(eight.putLong(0, segments.ids()[i]).array());
        sha.update(eight.putLong(0, shape(i)).array());
        for (Trait trait : Trait.values()) {
          sha.update(eight.putLong(0, bits(segments.trait(trait)[i])).array());
        }
      }
      long sum = 0;
      for (int k = 0; k < contacts.count(); k++) {
        sum += contact(k);
      }
      sha.update(eight.putLong(0, sum).array());
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has SHA-256
    }
  }

  private long shape(int i) {
    long hash = mix(segments.voxels()[i]);
    for (int axis = 0; axis < 3; axis++) {
      hash = mix(hash + bits(segments.centroidNm()[3 * i + axis]));
    }
    for (int j = 6 * i; j < 6 * i + 6; j++) {
      hash = mix(mix(hash + bits(segments.covarianceNm2()[j])) + segments.bboxVoxels()[j]);
    }
    return hash;
  }

  private long contact(int k) {
    long hash = mix((long) contacts.from()[k] << 32 | contacts.to()[k]);
    hash = mix(hash + bits(contacts.continuity()[k]));
    hash = mix(hash + contacts.voxels()[k] + (contacts.face()[k] ? 1L << 40 : 0));
    for (int axis = 0; axis < 3; axis++) {
      hash = mix(hash + bits(contacts.positionNm()[3 * k + axis]));
    }
    return hash;
  }

  private static int bits(float value) {
    return Float.floatToIntBits(value);
  }

  /// Finaliser of SplitMix64.
  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
