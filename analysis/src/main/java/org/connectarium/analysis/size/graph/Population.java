package org.connectarium.analysis.size.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.analysis.synapses.SynapseTable;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.jspecify.annotations.Nullable;

/// Synapses that are looked at together, and their sizes.
final class Population {
  static final String BY = "by";
  static final String BY_DESCRIPTION =
      "by (a list of axonClass, targetClass, kind; what is told apart, all three)";

  private static final List<String> KEYS = List.of("axonClass", "targetClass", "kind");

  private final Key key;
  private final DoubleArrayList sizes = new DoubleArrayList();
  private long withoutSize;

  private Population(Key key) {
    this.key = key;
  }

  private record Key(
      @Nullable String axonClass, @Nullable String targetClass, @Nullable String kind) {}

  /// The populations of the chosen synapses, in alphabetical order.
  ///
  /// @throws IllegalArgumentException if a word of the option is none of these
  static List<Population> of(SizedSynapses synapses, SizeOptions options) {
    List<String> by = options.all().texts(BY).orElse(KEYS);
    for (String word : by) {
      if (!KEYS.contains(word)) {
        throw new IllegalArgumentException(
            "Option by can hold %s but held %s".formatted(String.join(", ", KEYS), word));
      }
    }
    boolean[] apart = {
      by.contains(KEYS.get(0)), by.contains(KEYS.get(1)), by.contains(KEYS.get(2))
    };
    Comparator<@Nullable String> words = Comparator.nullsFirst(Comparator.naturalOrder());
    Map<Key, Population> populations =
        new TreeMap<>(
            Comparator.comparing(Key::axonClass, words)
                .thenComparing(Key::targetClass, words)
                .thenComparing(Key::kind, words));
    SynapseTable table = synapses.table();
    for (int i = 0; i < table.size(); i++) {
      if (synapses.counted().test(i)) {
        Key key =
            new Key(
                apart[0] ? synapses.read().axons().name(table.pre(i)) : null,
                apart[1] ? table.classes().get(table.target(i)) : null,
                apart[2] ? table.kind(i).word() : null);
        populations.computeIfAbsent(key, Population::new).add(table.areaUm2(i));
      }
    }
    return new ArrayList<>(populations.values());
  }

  private void add(float size) {
    if (Float.isNaN(size)) {
      withoutSize++;
    } else {
      sizes.add(size);
    }
  }

  /// Class of the axons; null if not told apart.
  @Nullable String axonClass() {
    return key.axonClass();
  }

  /// Class of the targets; null if not told apart.
  @Nullable String targetClass() {
    return key.targetClass();
  }

  /// What they sit on; null if not told apart.
  @Nullable String kind() {
    return key.kind();
  }

  /// Known sizes, in the order of the table.
  double[] sizes() {
    return sizes.toArray();
  }

  /// Synapses of unknown size.
  long withoutSize() {
    return withoutSize;
  }
}
