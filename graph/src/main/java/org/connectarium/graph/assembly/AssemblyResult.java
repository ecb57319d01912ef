package org.connectarium.graph.assembly;

import java.util.Map;

/// What an assembly made.
///
/// @param contacts synaptic contacts, those within one agglomerate included
/// @param contactsWithin of these those whose sides are of one agglomerate, which are no synapses
/// @param ambiguous contacts dropped because either direction is likely
/// @param continuous contacts dropped because both sides are likely one cell
/// @param myelinated contacts dropped because a side is likely myelin
/// @param kinds synapses by what they sit on; empty text: not known
/// @param somataKnown false: no segment says what of it is nucleus, so none is of a soma
/// @param spineHeadsKnown false: no segment has a probability of a spine head
/// @param runId id of the `(:Run)`
public record AssemblyResult(
    long neurons,
    long synapses,
    long connections,
    long contacts,
    long contactsWithin,
    long ambiguous,
    long continuous,
    long myelinated,
    long spineHeads,
    Map<String, Long> kinds,
    boolean somataKnown,
    boolean spineHeadsKnown,
    double seconds,
    String runId) {
  public AssemblyResult {
    kinds = Map.copyOf(kinds);
  }
}
