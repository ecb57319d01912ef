package org.connectarium.reconstruction.cuda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Places buffers of known lifetimes in one piece of memory, so that those that live at the same
/// time do not overlap: each in the first gap that is large enough, in the order of their birth.
final class Arena {
  private static final long ALIGNMENT = 1024;
  private final List<Buffer> alive = new ArrayList<>();
  private long bytes;

  private record Buffer(long begin, long end, int death) {}

  /// Places a buffer.
  ///
  /// @param birth step at which it is written first; never less than that of an earlier call
  /// @param death last step at which it is read
  /// @return where it begins
  long place(long size, int birth, int death) {
    alive.removeIf(b -> b.death < birth);
    alive.sort(Comparator.comparingLong(Buffer::begin));
    long room = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    long begin = 0;
    for (Buffer other : alive) {
      if (other.begin - begin >= room) {
        break;
      }
      begin = Math.max(begin, other.end);
    }
    alive.add(new Buffer(begin, begin + room, death));
    bytes = Math.max(bytes, begin + room);
    return begin;
  }

  /// Memory for all of them.
  long bytes() {
    return bytes;
  }
}
