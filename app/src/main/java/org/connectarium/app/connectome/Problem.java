package org.connectarium.app.connectome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be amiss in a row. What keeping such a row means stands beside it.
enum Problem {
  RAGGED_ROW("raggedRow", Policy.REJECT, false),
  MISSING_ID("missingId", Policy.REJECT, false),
  BAD_ID("badId", Policy.REJECT, false),
  /// Kept: a whole number such as `17.0` is the id 17.
  FLOAT_ID("floatId", Policy.REJECT, true),
  /// Kept: the row goes without the value.
  BAD_NUMBER("badNumber", Policy.REJECT, true),
  DUPLICATE_ID("duplicateId", Policy.REJECT, false),
  /// Kept: both rows are added together.
  DUPLICATE_CONNECTION("duplicateConnection", Policy.REJECT, true),
  SELF_CONNECTION("selfConnection", Policy.KEEP, true),
  /// Kept: the row goes without the size.
  NON_POSITIVE_SIZE("nonPositiveSize", Policy.REJECT, true),
  NON_POSITIVE_COUNT("nonPositiveCount", Policy.REJECT, false),
  /// Kept: the class is what the source writes.
  UNKNOWN_CLASS("unknownClass", Policy.REJECT, true),
  /// Kept: the class that came first.
  CLASS_CONFLICT("classConflict", Policy.REJECT, true),
  /// Kept: the neuron is made, with its id alone.
  UNKNOWN_NEURON("unknownNeuron", Policy.REJECT, true),
  /// Kept: the synapse goes without the partner.
  MISSING_PARTNER("missingPartner", Policy.REJECT, true);

  private final String key;
  private final Policy usual;
  private final boolean mayBeKept;

  Problem(String key, Policy usual, boolean mayBeKept) {
    this.key = key;
    this.usual = usual;
    this.mayBeKept = mayBeKept;
  }

  /// Its key in the section `policy` of a mapping.
  String key() {
    return key;
  }

  /// The policy where a mapping does not say.
  Policy usual() {
    return usual;
  }

  List<Policy> policies() {
    return Arrays.stream(Policy.values()).filter(p -> mayBeKept || p != Policy.KEEP).toList();
  }

  static Optional<Problem> of(String key) {
    return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
  }
}
