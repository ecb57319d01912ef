package org.connectarium.analysis.synapses;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Synapses in columns, in the order in which they were added. Cannot be changed.
///
/// - pre and post: numbers of neurites, 0 or more
/// - target: number of the class of the postsynaptic neurite, in the order of [#classes()]
/// - kind: what it sits on
/// - area: of the interface in µm², NaN where unknown
/// - x, y, z: position in µm, NaN where unknown
/// - probability: that the synapse is one, 0…1
///
/// Cost: 30 bytes a synapse, and half as much again while it grows beyond what was expected.
public final class SynapseTable {
  private static final SynapseKind[] KINDS = SynapseKind.values();

  private final List<String> classes;
  private final int size;
  private final int[] pre;
  private final int[] post;
  private final byte[] target;
  private final byte[] kind;
  private final float[] areaUm2;
  private final float[] positionUm; // x, y, z of a synapse side by side
  private final float[] probability;
  private final Findings findings;

  /// What is odd in the input; nothing was left out for it.
  ///
  /// @param selfConnections synapses of a neurite onto itself; kept
  /// @param areasNotPositive areas of 0, below, or infinite; taken as unknown
  /// @param areasUnknown areas given as NaN
  public record Findings(int selfConnections, int areasNotPositive, int areasUnknown) {}

  private SynapseTable(Builder b) {
    classes = b.classes;
    size = b.size;
    pre = Arrays.copyOf(b.pre, size);
    post = Arrays.copyOf(b.post, size);
    target = Arrays.copyOf(b.target, size);
    kind = Arrays.copyOf(b.kind, size);
    areaUm2 = Arrays.copyOf(b.areaUm2, size);
    positionUm = Arrays.copyOf(b.positionUm, 3 * size);
    probability = Arrays.copyOf(b.probability, size);
    findings = new Findings(b.selfConnections, b.areasNotPositive, b.areasUnknown);
  }

  /// A table to be filled.
  ///
  /// @param classes names of target classes, at most 127
  /// @param expected synapses, so that columns need not grow
  public static Builder builder(List<String> classes, int expected) {
    return new Builder(classes, expected);
  }

  /// Names of the target classes.
  public List<String> classes() {
    return classes;
  }

  /// Number of synapses.
  public int size() {
    return size;
  }

  /// What was odd in the input.
  public Findings findings() {
    return findings;
  }

  /// Presynaptic neurite of a synapse.
  public int pre(int synapse) {
    return pre[synapse];
  }

  /// Postsynaptic neurite of a synapse.
  public int post(int synapse) {
    return post[synapse];
  }

  /// Number of the target class of a synapse.
  public int target(int synapse) {
    return target[synapse];
  }

  /// What a synapse sits on.
  public SynapseKind kind(int synapse) {
    return KINDS[kind[synapse]];
  }

  /// Area in µm², NaN where unknown.
  public float areaUm2(int synapse) {
    return areaUm2[synapse];
  }

  /// Position in µm along an axis, NaN where unknown.
  ///
  /// @param axis 0 = x, 1 = y, 2 = z
  public float positionUm(int synapse, int axis) {
    return positionUm[3 * synapse + axis];
  }

  /// Probability that the synapse is one.
  public float probability(int synapse) {
    return probability[synapse];
  }

  /// Synapses onto each class of each axon that has enough of them, axons in ascending order.
  ///
  /// @param minSynapses of an axon, all synapses counted
  /// @param counted which synapses count as onto a class, and towards the minimum
  public TargetCounts targetCounts(int minSynapses, IntPredicate counted) {
    return TargetCounts.count(classes, size, i -> pre[i], i -> target[i], counted, minSynapses);
  }

  /// The same with the probabilities of the synapses behind each count.
  public UncertainCounts uncertainTargetCounts(int minSynapses, IntPredicate counted) {
    return UncertainCounts.of(
        targetCounts(minSynapses, counted), this, i -> pre[i], i -> target[i], counted);
  }

  /// Synapses of each class of axon onto each postsynaptic neurite that has enough of them, in
  /// ascending order: the input side of [#targetCounts].
  ///
  /// @param classOfAxon number of the class of each presynaptic neurite
  /// @param names of these classes
  /// @param minSynapses of a postsynaptic neurite
  /// @throws IllegalArgumentException if an axon has no class, or one without a name
  public TargetCounts sourceCounts(byte[] classOfAxon, List<String> names, int minSynapses) {
    return sourceCounts(classOfAxon, names, minSynapses, i -> true);
  }

  /// The same of some of the synapses, with the probabilities of those behind each count.
  ///
  /// @param counted which synapses count, also towards the minimum
  public UncertainCounts uncertainSourceCounts(
      byte[] classOfAxon, List<String> names, int minSynapses, IntPredicate counted) {
    return UncertainCounts.of(
        sourceCounts(classOfAxon, names, minSynapses, counted),
        this,
        i -> post[i],
        i -> classOfAxon[pre[i]],
        counted);
  }

  private TargetCounts sourceCounts(
      byte[] classOfAxon, List<String> names, int minSynapses, IntPredicate counted) {
    for (int i = 0; i < size; i++) {
      if (pre[i] >= classOfAxon.length) {
        throw new IllegalArgumentException(
            "neurite " + pre[i] + " has no class: only " + classOfAxon.length + " were given");
      }
    }
    return TargetCounts.count(
        names, size, i -> post[i], i -> classOfAxon[pre[i]], counted, minSynapses);
  }

  /// Takes synapses one after the other.
  public static final class Builder {
    private final List<String> classes;
    private int size;
    private int[] pre;
    private int[] post;
    private byte[] target;
    private byte[] kind;
    private float[] areaUm2;
    private float[] positionUm;
    private float[] probability;
    private int selfConnections;
    private int areasNotPositive;
    private int areasUnknown;

    private Builder(List<String> classes, int expected) {
      if (classes.isEmpty() || classes.size() > Byte.MAX_VALUE) {
        throw new IllegalArgumentException(
            "1 to 127 target classes are possible but there were " + classes.size());
      }
      this.classes = List.copyOf(classes);
      int capacity = Math.max(16, expected);
      pre = new int[capacity];
      post = new int[capacity];
      target = new byte[capacity];
      kind = new byte[capacity];
      areaUm2 = new float[capacity];
      positionUm = new float[3 * capacity];
      probability = new float[capacity];
    }

    /// Adds a synapse that is certain and has no position.
    public Builder add(int pre, int post, int target, SynapseKind kind, float areaUm2) {
      return add(pre, post, target, kind, areaUm2, Float.NaN, Float.NaN, Float.NaN, 1);
    }

    /// Adds a synapse.
    ///
    /// @throws IllegalArgumentException if a neurite is negative, the class has no name, or the
    ///     probability is not in 0…1
    public Builder add(
        int pre,
        int post,
        int target,
        SynapseKind kind,
        float areaUm2,
        float xUm,
        float yUm,
        float zUm,
        float probability) {
      if (pre < 0 || post < 0) {
        throw new IllegalArgumentException(
            "neurites of synapse " + size + " must be 0 or more but were " + pre + ", " + post);
      }
      if (target < 0 || target >= classes.size()) {
        throw new IllegalArgumentException(
            "synapse " + size + " has target class " + target + " but the classes are " + classes);
      }
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "probability of synapse " + size + " must be in 0…1 but was " + probability);
      }
      if (size == this.pre.length) {
        grow();
      }
      this.pre[size] = pre;
      this.post[size] = post;
      this.target[size] = (byte) target;
      this.kind[size] =
          switch (kind) {
            case SOMA -> 0;
            case PRIMARY_SPINE -> 1;
            case SECONDARY_SPINE -> 2;
            case SHAFT -> 3;
            case UNKNOWN -> 4;
          };
      this.areaUm2[size] = known(areaUm2);
      positionUm[3 * size] = xUm;
      positionUm[3 * size + 1] = yUm;
      positionUm[3 * size + 2] = zUm;
      this.probability[size] = probability;
      selfConnections += pre == post ? 1 : 0;
      size++;
      return this;
    }

    /// The table.
    public SynapseTable build() {
      return new SynapseTable(this);
    }

    private float known(float area) {
      if (Float.isNaN(area)) {
        areasUnknown++;
        return area;
      }
      if (!(area > 0) || Float.isInfinite(area)) {
        areasNotPositive++;
        return Float.NaN;
      }
      return area;
    }

    private void grow() {
      int capacity = Math.toIntExact(Math.max(size + 1L, size * 3L / 2));
      pre = Arrays.copyOf(pre, capacity);
      post = Arrays.copyOf(post, capacity);
      target = Arrays.copyOf(target, capacity);
      kind = Arrays.copyOf(kind, capacity);
      areaUm2 = Arrays.copyOf(areaUm2, capacity);
      positionUm = Arrays.copyOf(positionUm, Math.multiplyExact(3, capacity));
      probability = Arrays.copyOf(probability, capacity);
    }
  }
}
