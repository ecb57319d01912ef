package org.connectarium.ingest.microscope;

import org.connectarium.ingest.tissue.Material;

/// What the stain does to each material: its grey, and how much of the cell's own shade, of the
/// mottle and of the membrane is added.
final class StainTable {
  private final float[] grey = new float[Material.values().length];
  private final float[] cellPart = new float[grey.length];
  private final float[] mottlePart = new float[grey.length];
  private final float[] membranePart = new float[grey.length];

  private StainTable() {}

  static StainTable of(ImagingParameters p) {
    StainTable table = new StainTable();
    for (Material material : Material.values()) {
      int m = material.code();
      table.grey[m] = (float) grey(material, p);
      table.cellPart[m] = (float) (cellPart(material) * p.get(Setting.CELL_SPREAD_GREY));
      table.mottlePart[m] = (float) (mottlePart(material) * p.get(Setting.MOTTLE_GREY));
      table.membranePart[m] = membranePart(material);
    }
    return table;
  }

  private static double grey(Material material, ImagingParameters p) {
    return switch (material) {
      case EXTRACELLULAR -> p.get(Setting.EXTRACELLULAR_GREY);
      case NUCLEAR_ENVELOPE -> p.get(Setting.MEMBRANE_GREY);
      case MITOCHONDRIAL_MEMBRANE -> p.get(Setting.MITOCHONDRIAL_MEMBRANE_GREY);
      // the distance to the surface draws the rest of it
      case MEMBRANE -> (p.get(Setting.MEMBRANE_GREY) + p.get(Setting.CYTOPLASM_GREY)) / 2;
      case AXON_CYTOPLASM, DENDRITE_CYTOPLASM -> p.get(Setting.CYTOPLASM_GREY);
      case SPINE_CYTOPLASM -> p.get(Setting.CYTOPLASM_GREY) - p.get(Setting.SPINE_DARKER_GREY);
      case SOMA_CYTOPLASM -> p.get(Setting.SOMA_GREY);
      case GLIA_CYTOPLASM -> p.get(Setting.GLIA_GREY);
      case NUCLEUS -> p.get(Setting.NUCLEUS_GREY);
      case MITOCHONDRION -> p.get(Setting.MITOCHONDRION_GREY);
      case ENDOPLASMIC_RETICULUM -> p.get(Setting.RETICULUM_GREY);
      case MICROTUBULE -> p.get(Setting.MICROTUBULE_GREY);
      case VESICLE -> p.get(Setting.VESICLE_GREY);
      case VESICLE_MEMBRANE -> p.get(Setting.VESICLE_MEMBRANE_GREY);
      case POSTSYNAPTIC_DENSITY -> p.get(Setting.POSTSYNAPTIC_GREY);
      case CLEFT -> p.get(Setting.CLEFT_GREY);
      case MYELIN -> p.get(Setting.MYELIN_GREY);
      case ENDOTHELIUM -> p.get(Setting.ENDOTHELIUM_GREY);
      case VESSEL_LUMEN -> p.get(Setting.VESSEL_LUMEN_GREY);
    };
  }

  private static double cellPart(Material material) {
    return switch (material) {
      case AXON_CYTOPLASM, DENDRITE_CYTOPLASM, SPINE_CYTOPLASM, VESICLE -> 1;
      case SOMA_CYTOPLASM, GLIA_CYTOPLASM, ENDOTHELIUM, ENDOPLASMIC_RETICULUM -> 0.4;
      case EXTRACELLULAR,
          MEMBRANE,
          NUCLEUS,
          NUCLEAR_ENVELOPE,
          MITOCHONDRION,
          MITOCHONDRIAL_MEMBRANE,
          MICROTUBULE,
          VESICLE_MEMBRANE,
          POSTSYNAPTIC_DENSITY,
          CLEFT,
          MYELIN,
          VESSEL_LUMEN ->
          0;
    };
  }

  private static double mottlePart(Material material) {
    return switch (material) {
      case AXON_CYTOPLASM, DENDRITE_CYTOPLASM, SPINE_CYTOPLASM, SOMA_CYTOPLASM -> 1;
      case GLIA_CYTOPLASM, NUCLEUS, MITOCHONDRION, ENDOTHELIUM -> 0.7;
      case EXTRACELLULAR,
          MEMBRANE,
          NUCLEAR_ENVELOPE,
          MITOCHONDRIAL_MEMBRANE,
          ENDOPLASMIC_RETICULUM,
          MICROTUBULE,
          VESICLE,
          VESICLE_MEMBRANE,
          POSTSYNAPTIC_DENSITY,
          CLEFT,
          MYELIN ->
          0.4;
      case VESSEL_LUMEN -> 0.1;
    };
  }

  /* The membrane is drawn from the distance to the surface, finer than voxels; what is darker than
   * it, or has no membrane of its own, is left alone. */
  private static float membranePart(Material material) {
    return switch (material) {
      case POSTSYNAPTIC_DENSITY, CLEFT, MYELIN, VESSEL_LUMEN, NUCLEUS, NUCLEAR_ENVELOPE -> 0;
      case EXTRACELLULAR,
          MEMBRANE,
          AXON_CYTOPLASM,
          DENDRITE_CYTOPLASM,
          SPINE_CYTOPLASM,
          SOMA_CYTOPLASM,
          GLIA_CYTOPLASM,
          MITOCHONDRION,
          MITOCHONDRIAL_MEMBRANE,
          ENDOPLASMIC_RETICULUM,
          MICROTUBULE,
          VESICLE,
          VESICLE_MEMBRANE,
          ENDOTHELIUM ->
          1;
    };
  }

  float grey(int material) {
    return grey[material];
  }

  float cellPart(int material) {
    return cellPart[material];
  }

  float mottlePart(int material) {
    return mottlePart[material];
  }

  float membranePart(int material) {
    return membranePart[material];
  }
}
