package org.connectarium.graph.columns;

/// What a segment is or holds, with the property of segments that says how probably or to which
/// share, 0…1.
public enum Trait {
  AXON("pAxon"),
  DENDRITE("pDendrite"),
  SPINE_HEAD("pSpineHead"),
  GLIA("pGlia"),
  VESSEL("vessel"),
  NUCLEUS("nucleus"),
  MYELIN("myelin");

  private final String property;

  Trait(String property) {
    this.property = property;
  }

  public String property() {
    return property;
  }
}
