package org.connectarium.analysis.synapses;

/// What a synapse sits on. Where several are true, the earlier one is said: a soma before a spine
/// head, a spine head before its shaft.
public enum SynapseKind {
  /// A cell body.
  SOMA,
  /// A spine head, of whose synapses it is the surest.
  PRIMARY_SPINE,
  /// A spine head that has a surer one.
  SECONDARY_SPINE,
  /// A shaft.
  SHAFT
}
