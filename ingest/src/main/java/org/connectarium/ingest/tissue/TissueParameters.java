package org.connectarium.ingest.tissue;

import java.util.List;

/// What simulated cortex is like. The defaults stand for mouse layer 4; `docs/simulation.md` says
/// where each comes from.
///
/// @param geometry how many neurites of which calibre, how much glia
/// @param wiring who makes synapses with whom
/// @param sizes how large synapses are
/// @param mitochondria how many and how large they are
/// @param membraneNm thickness of a cell membrane, 4…20 nm
/// @param gapNm width of the gap between two cells, 4…40 nm
/// @param roughNm height of small waves in all surfaces, 0…40 nm
public record TissueParameters(
    Geometry geometry,
    Wiring wiring,
    Sizes sizes,
    Mitochondria mitochondria,
    double membraneNm,
    double gapNm,
    double roughNm) {

  /// Mouse layer 4, as far as we know it.
  public static final TissueParameters DEFAULT =
      new TissueParameters(
          Geometry.DEFAULT, Wiring.DEFAULT, Sizes.DEFAULT, Mitochondria.DEFAULT, 8, 20, 30);

  /// @throws IllegalArgumentException if a number is out of its range
  public TissueParameters {
    Range.check("membraneNm", membraneNm, 4, 20);
    Range.check("gapNm", gapNm, 4, 40);
    Range.check("roughNm", roughNm, 0, 40);
  }

  /// How many neurites of which calibre.
  ///
  /// @param axonLanes rows and columns of axons on the 10 µm face of a tile, 1…14
  /// @param dendriteLanes rows and columns of dendrites on the face of a tile, 0…4
  /// @param axonRadiusNm median radius of axons between boutons, 40…200
  /// @param axonRadiusSpread standard deviation of the logarithm of that radius, 0…0.6
  /// @param dendriteRadiusNm median radius of dendrites, 150…600
  /// @param dendriteRadiusSpread standard deviation of the logarithm of that radius, 0…0.5
  /// @param fillNm mean distance over which neurites grow into free space before glia takes it,
  ///     10…120
  /// @param cut probability that a neurite ends in a tile it could cross, 0…0.9
  /// @param branch probability that a new one begins as a branch, 0…1
  /// @param myelinated share of axons with myelin, 0…1
  /// @param apical share of dendrites along x that are apical, 0…1
  /// @param smooth share of dendrites that are smooth, 0…1
  /// @param somaSpacingUm edge of the cube that holds at most one cell body, 16…1000 µm
  /// @param vesselSpacingUm distance of blood vessels, 30…1000 µm
  public record Geometry(
      int axonLanes,
      int dendriteLanes,
      double axonRadiusNm,
      double axonRadiusSpread,
      double dendriteRadiusNm,
      double dendriteRadiusSpread,
      double fillNm,
      double cut,
      double branch,
      double myelinated,
      double apical,
      double smooth,
      double somaSpacingUm,
      double vesselSpacingUm) {

    public static final Geometry DEFAULT =
        new Geometry(11, 4, 88, 0.3, 395, 0.25, 95, 0.12, 0.6, 0.01, 0.15, 0.12, 17, 50);

    /// @throws IllegalArgumentException if a number is out of its range
    public Geometry {
      Range.check("axonLanes", axonLanes, 1, 14);
      Range.check("dendriteLanes", dendriteLanes, 0, 4);
      Range.check("axonRadiusNm", axonRadiusNm, 40, 200);
      Range.check("axonRadiusSpread", axonRadiusSpread, 0, 0.6);
      Range.check("dendriteRadiusNm", dendriteRadiusNm, 150, 600);
      Range.check("dendriteRadiusSpread", dendriteRadiusSpread, 0, 0.5);
      Range.check("fillNm", fillNm, 10, 120);
      Range.check("cut", cut, 0, 0.9);
      Range.check("branch", branch, 0, 1);
      Range.check("myelinated", myelinated, 0, 1);
      Range.check("apical", apical, 0, 1);
      Range.check("smooth", smooth, 0, 1);
      Range.check("somaSpacingUm", somaSpacingUm, 16, 1000);
      Range.check("vesselSpacingUm", vesselSpacingUm, 30, 1000);
    }
  }

  /// Who makes synapses with whom.
  ///
  /// @param thalamocortical share of axons that are thalamocortical, 0…1
  /// @param perisomatic share of axons that are inhibitory and prefer cell bodies, 0…1
  /// @param dendritic share of axons that are inhibitory and prefer shafts, 0…1
  /// @param axoaxonic share of axons that are inhibitory and prefer initial segments, 0…1; the
  ///     others are corticocortical
  /// @param synapsesPerUm synapses that an axon makes per µm of its length, 0…2
  /// @param spinesPerUm spines offered per µm of a spiny dendrite, 0…4; those that get no synapse
  ///     are not grown
  /// @param smoothSpinesPerUm the same of a smooth dendrite, 0…4
  /// @param reachNm distance between the surfaces of two neurites within which they can make a
  ///     synapse, 20…600
  /// @param thalamocorticalGradient relative rise of thalamocortical synapses per 100 µm of x,
  ///     −10…10; the rate is clamped to 0…3 times its mean
  /// @param thalamocorticalPerBouton mean number of synapses of a thalamocortical bouton, 1…4,
  ///     where so many partners are near; the rate per µm stays the same
  /// @param spinePreference how much an excitatory axon prefers a spine to a shaft, and an
  ///     inhibitory one a shaft to a spine, 0.001…1000
  /// @param preferences factors for pairs of classes; a pair that is not listed has 1
  public record Wiring(
      double thalamocortical,
      double perisomatic,
      double dendritic,
      double axoaxonic,
      double synapsesPerUm,
      double spinesPerUm,
      double smoothSpinesPerUm,
      double reachNm,
      double thalamocorticalGradient,
      double thalamocorticalPerBouton,
      double spinePreference,
      List<Preference> preferences) {

    public static final Wiring DEFAULT =
        new Wiring(
            0.12,
            0.05,
            0.08,
            0.02,
            0.22,
            4,
            0.4,
            260,
            0.5,
            2,
            200,
            List.of(
                new Preference(CellClass.INHIBITORY_PERISOMATIC, CellClass.PROXIMAL, 6),
                new Preference(CellClass.INHIBITORY_DENDRITIC, CellClass.SMOOTH, 3),
                new Preference(CellClass.INHIBITORY_DENDRITIC, CellClass.APICAL, 2),
                new Preference(CellClass.INHIBITORY_AXOAXONIC, CellClass.INITIAL_SEGMENT, 100),
                new Preference(CellClass.THALAMOCORTICAL, CellClass.APICAL, 0.3)));

    /// @throws IllegalArgumentException if a number is out of its range
    public Wiring {
      Range.check("thalamocortical", thalamocortical, 0, 1);
      Range.check("perisomatic", perisomatic, 0, 1);
      Range.check("dendritic", dendritic, 0, 1);
      Range.check("axoaxonic", axoaxonic, 0, 1);
      Range.check(
          "thalamocortical + perisomatic + dendritic + axoaxonic",
          thalamocortical + perisomatic + dendritic + axoaxonic,
          0,
          1);
      Range.check("synapsesPerUm", synapsesPerUm, 0, 2);
      Range.check("spinesPerUm", spinesPerUm, 0, 4);
      Range.check("smoothSpinesPerUm", smoothSpinesPerUm, 0, 4);
      Range.check("reachNm", reachNm, 20, 600);
      Range.check("thalamocorticalGradient", thalamocorticalGradient, -10, 10);
      Range.check("thalamocorticalPerBouton", thalamocorticalPerBouton, 1, 4);
      Range.check("spinePreference", spinePreference, 0.001, 1000);
      preferences = List.copyOf(preferences);
    }

    /// The same without any preference of one class for another: partners are met, not chosen.
    public Wiring withoutPreferences() {
      return withPreferences(List.of());
    }

    /// The same with other preferences.
    public Wiring withPreferences(List<Preference> other) {
      return new Wiring(
          thalamocortical,
          perisomatic,
          dendritic,
          axoaxonic,
          synapsesPerUm,
          spinesPerUm,
          smoothSpinesPerUm,
          reachNm,
          thalamocorticalGradient,
          thalamocorticalPerBouton,
          spinePreference,
          other);
    }

    double factor(CellClass axon, CellClass target) {
      for (Preference p : preferences) {
        if (p.axon() == axon && p.target() == target) {
          return p.factor();
        }
      }
      return 1;
    }
  }

  /// How much more often a class of axons chooses a class of targets than it meets them.
  ///
  /// @param axon class that sends
  /// @param target class that receives
  /// @param factor 0…1000; 1 is no preference
  public record Preference(CellClass axon, CellClass target, double factor) {
    /// @throws IllegalArgumentException if the factor is out of its range
    public Preference {
      Range.check("factor", factor, 0, 1000);
    }
  }

  /// How large synapses are: a mixture of log-normal populations, and pairs that are alike.
  ///
  /// @param populations shares, means and standard deviations of log10 of the area in µm²
  /// @param ltpLike share of pairs (same axon, same dendrite, same tile) that are alike and large
  /// @param ltdLike share of pairs that are alike and small
  /// @param pairSpread standard deviation of log10 of the area within such a pair, 0…0.5
  /// @param thalamocorticalBouton radius of thalamocortical boutons, as a multiple of that of
  ///     others with synapses as large, 1…2
  public record Sizes(
      List<Population> populations,
      double ltpLike,
      double ltdLike,
      double pairSpread,
      double thalamocorticalBouton) {

    public static final Sizes DEFAULT =
        new Sizes(
            List.of(
                new Population(0.78, -0.72, 0.28),
                new Population(0.19, -0.44, 0.19),
                new Population(0.04, -0.23, 0.10)),
            0.16,
            0.16,
            0.04,
            1.4);

    /// @throws IllegalArgumentException if a number is out of its range
    public Sizes {
      populations = List.copyOf(populations);
      Range.check("number of populations", populations.size(), 1, 10);
      Range.check("ltpLike", ltpLike, 0, 1);
      Range.check("ltdLike", ltdLike, 0, 1);
      Range.check("ltpLike + ltdLike", ltpLike + ltdLike, 0, 1);
      Range.check("pairSpread", pairSpread, 0, 0.5);
      Range.check("thalamocorticalBouton", thalamocorticalBouton, 1, 2);
    }

    /// An area in µm², drawn from the mixture and kept within 0.02…1.2 µm².
    double draw(Dice dice) {
      double total = 0;
      for (Population p : populations) {
        total += p.weight();
      }
      double at = dice.unit() * total;
      Population chosen = populations.getLast();
      for (Population p : populations) {
        at -= p.weight();
        if (at < 0) {
          chosen = p;
          break;
        }
      }
      double log = chosen.meanLog10() + chosen.spreadLog10() * dice.normal();
      return Math.clamp(Math.pow(10, log), 0.02, 1.2);
    }
  }

  /// How many mitochondria neurites have, and how large: as multiples of those of cortex.
  ///
  /// @param share of the length of a neurite that holds one, 0…2.5
  /// @param radius 0.5…2; none is wider than its neurite
  public record Mitochondria(double share, double radius) {
    public static final Mitochondria DEFAULT = new Mitochondria(1, 1);

    /// @throws IllegalArgumentException if a number is out of its range
    public Mitochondria {
      Range.check("mitochondria.share", share, 0, 2.5);
      Range.check("mitochondria.radius", radius, 0.5, 2);
    }
  }

  /// A log-normal population of synapse areas.
  ///
  /// @param weight its share, 0…1
  /// @param meanLog10 mean of log10 of the area in µm², −3…1
  /// @param spreadLog10 standard deviation of it, 0…1
  public record Population(double weight, double meanLog10, double spreadLog10) {
    /// @throws IllegalArgumentException if a number is out of its range
    public Population {
      Range.check("weight", weight, 0, 1);
      Range.check("meanLog10", meanLog10, -3, 1);
      Range.check("spreadLog10", spreadLog10, 0, 1);
    }
  }

  /// The same with other wiring.
  public TissueParameters withWiring(Wiring other) {
    return new TissueParameters(geometry, other, sizes, mitochondria, membraneNm, gapNm, roughNm);
  }

  /// The same with other sizes.
  public TissueParameters withSizes(Sizes other) {
    return new TissueParameters(geometry, wiring, other, mitochondria, membraneNm, gapNm, roughNm);
  }
}
