package org.connectarium.analysis.synapses.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/// What became of the synapses of a data set when they were read. Each that is left out is counted
/// once, for the first reason in this order.
///
/// @param used rows of the table
/// @param withoutSender left out: no neuron sends
/// @param withoutReceiver left out: no neuron receives
/// @param severalReceivers left out: several neurons receive
/// @param otherKind left out: of a kind that was not asked for
/// @param improbable left out: less probable than asked for
/// @param selfConnections left out: of a neuron onto itself
/// @param withoutClass left out: the neuron that receives has no target class
/// @param withoutSize used, but without the size that was asked for, or with one that is not
///     above 0
/// @param uncertain used, and less probable than 1
public record Usage(
    long used,
    long withoutSender,
    long withoutReceiver,
    long severalReceivers,
    long otherKind,
    long improbable,
    long selfConnections,
    long withoutClass,
    long withoutSize,
    long uncertain) {

  /// Synapses that were left out.
  public long leftOut() {
    return withoutSender
        + withoutReceiver
        + severalReceivers
        + otherKind
        + improbable
        + selfConnections
        + withoutClass;
  }

  /// All of it by name, as procedures return it.
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("used", used);
    map.put("leftOut", leftOut());
    map.put("withoutSender", withoutSender);
    map.put("withoutReceiver", withoutReceiver);
    map.put("severalReceivers", severalReceivers);
    map.put("otherKind", otherKind);
    map.put("improbable", improbable);
    map.put("selfConnections", selfConnections);
    map.put("withoutClass", withoutClass);
    map.put("withoutSize", withoutSize);
    map.put("uncertain", uncertain);
    return map;
  }
}
