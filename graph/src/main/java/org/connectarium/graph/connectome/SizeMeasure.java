package org.connectarium.graph.connectome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the size of a synapse is measured by; the unit is in the name.
public enum SizeMeasure {
  ASI_UM2("asiUm2", true),
  PSD_UM2("psdUm2", true),
  PSD_PIXELS("psdPixels", true),
  SPINE_VOLUME_UM3("spineVolumeUm3", false),
  SPINE_VOLUME_VOXELS("spineVolumeVoxels", false),
  SECTIONS("sections", true);

  private final String property;
  private final boolean additive;

  SizeMeasure(String property, boolean additive) {
    this.property = property;
    this.additive = additive;
  }

  /// Name of the property in the graph.
  public String property() {
    return property;
  }

  /// Whether the sum over the synapses of a connection means something: two synapses can lie on
  /// one spine, so volumes of spines do not add up.
  public boolean isAdditive() {
    return additive;
  }

  /// The measure of a property.
  public static Optional<SizeMeasure> of(String property) {
    return Arrays.stream(values()).filter(m -> m.property.equals(property)).findFirst();
  }

  /// The names of all properties.
  public static List<String> properties() {
    return Arrays.stream(values()).map(SizeMeasure::property).toList();
  }
}
