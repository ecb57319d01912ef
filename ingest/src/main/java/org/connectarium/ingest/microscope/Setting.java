package org.connectarium.ingest.microscope;

/// One number that the images depend on: its name in files, its range, its value for each look.
///
/// Grey is 0 (black) … 255 (white). Spreads are standard deviations or half ranges around a grey.
public enum Setting {
  MEMBRANE_GREY("membraneGrey", 0, 255, 28, 84),
  /// From the middle between two cells to the darkest place of their membranes.
  MEMBRANE_MIDDLE_NM("membraneMiddleNm", 0, 30, 6.5, 7),
  /// How fast membranes fade away from there.
  MEMBRANE_FADE_NM("membraneFadeNm", 1, 50, 4, 9),
  /// How much of a membrane fades away where it fades most, over [#PATCH_NM].
  MEMBRANE_VAGUE("membraneVague", 0, 1, 0.35, 0.4),
  CYTOPLASM_GREY("cytoplasmGrey", 0, 255, 168, 150),
  /// The mean of each cell lies within this distance of the grey of its material.
  CELL_SPREAD_GREY("cellSpreadGrey", 0, 100, 20, 42),
  MOTTLE_GREY("mottleGrey", 0, 100, 62, 34),
  MOTTLE_NM("mottleNm", 5, 1000, 50, 48),
  /// Ribosomes and other granules: how much darker than the cytoplasm.
  GRANULE_GREY("granuleGrey", 0, 500, 480, 140),
  GRANULE_NM("granuleNm", 5, 200, 17, 26),
  /// Over which distance cytoplasm with many granules turns into one with few.
  PATCH_NM("patchNm", 50, 5000, 420, 420),
  /// Standard deviation of the grains of stain in a pixel of 5 × 5 nm; larger pixels average over
  /// more of them.
  GRAIN_GREY("grainGrey", 0, 200, 39, 18),
  SPINE_DARKER_GREY("spineDarkerGrey", -100, 100, 6, 4),
  SOMA_GREY("somaGrey", 0, 255, 160, 140),
  GLIA_GREY("gliaGrey", 0, 255, 190, 164),
  GLYCOGEN_GREY("glycogenGrey", 0, 200, 90, 45),
  NUCLEUS_GREY("nucleusGrey", 0, 255, 150, 135),
  CHROMATIN_GREY("chromatinGrey", 0, 150, 34, 22),
  MITOCHONDRION_GREY("mitochondrionGrey", 0, 255, 86, 76),
  /// The grey of the mitochondria of each cell lies within this distance of the mean of all.
  MITOCHONDRION_SPREAD_GREY("mitochondrionSpreadGrey", 0, 100, 12, 10),
  MITOCHONDRIAL_MEMBRANE_GREY("mitochondrialMembraneGrey", 0, 255, 28, 84),
  CRISTAE_GREY("cristaeGrey", 0, 150, 55, 14),
  RETICULUM_GREY("reticulumGrey", 0, 255, 105, 112),
  MICROTUBULE_GREY("microtubuleGrey", 0, 255, 90, 118),
  VESICLE_GREY("vesicleGrey", 0, 255, 168, 138),
  VESICLE_MEMBRANE_GREY("vesicleMembraneGrey", 0, 255, 62, 84),
  POSTSYNAPTIC_GREY("postsynapticGrey", 0, 255, 26, 58),
  CLEFT_GREY("cleftGrey", 0, 255, 84, 92),
  EXTRACELLULAR_GREY("extracellularGrey", 0, 255, 130, 120),
  MYELIN_GREY("myelinGrey", 0, 255, 44, 50),
  LAMELLA_GREY("lamellaGrey", 0, 100, 26, 14),
  ENDOTHELIUM_GREY("endotheliumGrey", 0, 255, 140, 125),
  VESSEL_LUMEN_GREY("vesselLumenGrey", 0, 255, 222, 196),
  /// Standard deviation of the point spread in the plane of the section.
  BLUR_NM("blurNm", 0, 200, 3.6, 9),
  /// Standard deviation of the point spread across sections.
  DEPTH_BLUR_NM("depthBlurNm", 0, 200, 0, 9),
  /// A section is the mean of slices of the tissue that lie at most this far apart.
  DEPTH_STEP_NM("depthStepNm", 2, 1000, 10, 10),
  /// Standard deviation of the shot noise at grey 128; it grows with the root of the grey.
  SHOT_NOISE_GREY("shotNoiseGrey", 0, 100, 7, 4),
  DETECTOR_NOISE_GREY("detectorNoiseGrey", 0, 100, 3, 2),
  GRADIENT_GREY("gradientGrey", 0, 100, 10, 9),
  GRADIENT_NM("gradientNm", 500, 1_000_000, 6000, 5000),
  SECTION_BRIGHTNESS_GREY("sectionBrightnessGrey", 0, 50, 3, 0.4),
  SECTION_CONTRAST("sectionContrast", 0, 0.3, 0.04, 0.004),
  STREAK_GREY("streakGrey", 0, 200, 18, 0),
  /// Charging streaks per µm of section height and 10 µm of width.
  STREAKS_PER_UM("streaksPerUm", 0, 50, 0.05, 0),
  STREAK_LENGTH_NM("streakLengthNm", 10, 20_000, 900, 900),
  KNIFE_MARK_GREY("knifeMarkGrey", 0, 100, 9, 0),
  /// Standard deviation of the place of each section; whole pixels are taken.
  JITTER_NM("jitterNm", 0, 500, 0, 0),
  /// Slow wandering of the sections, at most this far along each axis.
  DRIFT_NM("driftNm", 0, 5000, 0, 0),
  DRIFT_SECTIONS("driftSections", 2, 100_000, 40, 200),
  MISSING_RATE("missingRate", 0, 1, 0, 0),
  FOLDED_RATE("foldedRate", 0, 1, 0, 0),
  FOLD_WIDTH_NM("foldWidthNm", 0, 2000, 90, 90);

  private final String key;
  private final double least;
  private final double most;
  private final double serialSection;
  private final double fibsem;

  Setting(String key, double least, double most, double serialSection, double fibsem) {
    this.key = key;
    this.least = least;
    this.most = most;
    this.serialSection = serialSection;
    this.fibsem = fibsem;
  }

  /// The name in files.
  public String key() {
    return key;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  double of(Look look) {
    return switch (look) {
      case SERIAL_SECTION -> serialSection;
      case FIBSEM -> fibsem;
    };
  }
}
