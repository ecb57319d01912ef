package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.noise.HashNoise;
import org.connectarium.ingest.tissue.Boutons.Built;
import org.connectarium.ingest.tissue.Spines.Spine;
import org.connectarium.ingest.tissue.Wiring.Choice;

/// Plans one tile around its landmarks: dendrites, the spines they offer, axons, synapses,
/// organelles, in this order.
final class TilePlanner {
  /* Radius of the density and of the contact, as shares of that planted: neighbours take a part of
   * the contact (docs/simulation.md). */
  private static final double DENSITY_SHARE = 0.92;
  private static final double TOUCH_SHARE = 1.1;

  private final long seed;
  private final TissueParameters p;
  private final Lanes lanes;
  private final Landmarks landmarks;
  private final Warp warp;
  private final Roughness roughness;
  private final Fill fill;
  private final Tiles.Index tile;

  TilePlanner(
      long seed,
      TissueParameters p,
      Lanes lanes,
      Landmarks landmarks,
      Warp warp,
      Fill fill,
      Tiles.Index tile) {
    this.seed = HashNoise.bits(seed ^ 0x706c616eL, tile.x(), tile.y(), tile.z());
    this.p = p;
    this.lanes = lanes;
    this.landmarks = landmarks;
    this.warp = warp;
    this.roughness = new Roughness(seed, p);
    this.fill = fill;
    this.tile = tile;
  }

  TilePlan plan() {
    Cast cast = new Cast();
    Sites sites = new Sites(tile);
    List<Strand> strands = new ArrayList<>();
    Balls segments = segments(cast);
    Routing routing =
        new Routing(tile, seed, lanes, landmarks, warp, cast, sites, segments, strands);
    routing.dendrites();
    Balls trunks = ballsOf(strands);
    trunks.addAll(segments);
    List<Strand> dendrites = List.copyOf(strands);
    routing.thickAxons();
    List<Spine> spines = new Spines(p, sites, cast, new Dice(seed + 1)).offer(dendrites);
    routing.thinAxons();
    Balls offered = ballsOf(strands);
    spines.forEach(s -> offered.add(s.strand(), -1));
    offered.addAll(segments);
    BallGrid all = new BallGrid(tile, offered);
    List<Choice> choices =
        new Wiring(p, cast, strands, spines, landmarks, warp, new Dice(seed + 2))
            .choose(tile, all, trunks);
    Boutons boutons =
        new Boutons(
            p.sizes(), cast, fill, strands, spines, all, landmarks, warp, new Dice(seed + 3));
    List<Built> pressed = boutons.build(choices, trunks);
    List<Spine> grown = grown(spines, choices);
    grown.forEach(s -> strands.add(s.strand()));
    Balls balls = ballsOf(strands);
    grown.forEach(s -> addLobe(s, balls));
    balls.addAll(boutons.balls);
    Balls discs = new Balls();
    ContactDisc disc = new ContactDisc(grid(balls, segments), discs);
    for (Built b : pressed) {
      disc.add(b, strands.get(b.choice().option().axon()).object(), trunks);
    }
    balls.addAll(discs);
    BallGrid finished = grid(balls, segments);
    List<Built> built = new ArrayList<>();
    for (Built b : pressed) {
      int pre = strands.get(b.choice().option().axon()).object();
      Boutons.settled(b, finished, pre).ifPresent(built::add);
    }
    Capsules capsules = new Capsules();
    Organelles organelles = new Organelles(new Dice(seed + 4), p.mitochondria(), capsules);
    strands.forEach(organelles::fill);
    for (Built b : built) {
      Wiring.Option o = b.choice().option();
      Strand axon = strands.get(o.axon());
      organelles.bouton(axon, o.node(), axon.radiusNm()[o.node()]);
    }
    balls.bend(warp);
    Mending.mend(tile, warp, strands, boutons.balls, balls);
    return moved(cast, balls, capsules, built, strands, routing.unrouted());
  }

  /* Balls of the initial segments in and near the tile, in planned space. */
  private Balls segments(Cast cast) {
    double[] low = {Tiles.lowNm(tile.x()), Tiles.lowNm(tile.y()), Tiles.lowNm(tile.z())};
    double[] high = {low[0] + Tiles.EDGE_NM, low[1] + Tiles.EDGE_NM, low[2] + Tiles.EDGE_NM};
    Balls planned = new Balls();
    double reach = Warp.AMPLITUDE_NM + 1500;
    for (InitialSegment s : landmarks.initialSegmentsNear(low, high, reach)) {
      int object = cast.soma(s.soma());
      Balls b = s.balls();
      for (int i = 0; i < b.n; i++) {
        double[] q = warp.unbent(b.x[i], b.y[i], b.z[i]);
        planned.add(object, b.part[i], q[0], q[1], q[2], b.radiusNm[i], -1);
      }
    }
    return planned;
  }

  private BallGrid grid(Balls balls, Balls segments) {
    Balls both = new Balls();
    both.addAll(balls);
    both.addAll(segments);
    return new BallGrid(tile, both);
  }

  private static Balls ballsOf(List<Strand> strands) {
    Balls balls = new Balls();
    for (int i = 0; i < strands.size(); i++) {
      balls.add(strands.get(i), i);
    }
    return balls;
  }

  private static List<Spine> grown(List<Spine> spines, List<Choice> choices) {
    boolean[] taken = new boolean[spines.size()];
    for (Choice c : choices) {
      if (c.option().spine() >= 0) {
        taken[c.option().spine()] = true;
      }
    }
    List<Spine> grown = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (taken[i]) {
        grown.add(spines.get(i));
      }
    }
    return grown;
  }

  private static void addLobe(Spine s, Balls balls) {
    double[] q = s.lobe();
    balls.add(s.strand().object(), Strand.Part.SPINE.code, q[0], q[1], q[2], 0.75 * s.headNm(), -1);
  }

  /* Moves everything but the balls from planned space to its place in the tissue. */
  private TilePlan moved(
      Cast cast,
      Balls balls,
      Capsules capsules,
      List<Built> built,
      List<Strand> strands,
      int unrouted) {
    for (int k = 0; k < 6 * capsules.n; k += 3) {
      double[] q = seen(capsules.ends[k], capsules.ends[k + 1], capsules.ends[k + 2]);
      System.arraycopy(q, 0, capsules.ends, k, 3);
    }
    List<Contact> contacts = new ArrayList<>();
    List<SynapseTruth> synapses = new ArrayList<>();
    for (Built b : built) {
      int pre = strands.get(b.choice().option().axon()).object();
      double[] m = b.middle();
      double[] q = seen(m[0], m[1], m[2]);
      double[] before =
          seen(m[0] - 50 * b.normal()[0], m[1] - 50 * b.normal()[1], m[2] - 50 * b.normal()[2]);
      double[] n = Strand.unit(q[0] - before[0], q[1] - before[1], q[2] - before[2]);
      int post = b.choice().option().post();
      double planted = Spines.contactNm(b.choice().asiUm2());
      // the middle of a contact with a cell body is not known well enough to keep it free
      boolean sheathed = b.choice().option().kind() != SynapseTruth.Kind.SOMA;
      contacts.add(
          new Contact(
              pre,
              post,
              q[0],
              q[1],
              q[2],
              n[0],
              n[1],
              n[2],
              DENSITY_SHARE * planted,
              b.cloudNm(),
              sheathed ? TOUCH_SHARE * planted : 0));
      synapses.add(
          new SynapseTruth(
              synapseId(synapses.size() + 1),
              cast.get(pre).id(),
              cast.get(post).id(),
              b.choice().option().kind(),
              q[0],
              q[1],
              q[2],
              b.choice().asiUm2(),
              b.choice().pair()));
    }
    strands.forEach(this::move);
    return new TilePlan(
        List.copyOf(cast.all()),
        balls,
        capsules,
        List.copyOf(contacts),
        List.copyOf(synapses),
        List.copyOf(strands),
        unrouted);
  }

  private void move(Strand s) {
    for (int i = 0; i < s.nodes(); i++) {
      double[] q = seen(s.x()[i], s.y()[i], s.z()[i]);
      s.x()[i] = q[0];
      s.y()[i] = q[1];
      s.z()[i] = q[2];
    }
  }

  /* Balls are moved only, for the painter sees to the waves of their surfaces; all else is put where
   * the waves carry it. */
  private double[] seen(double x, double y, double z) {
    return roughness.seen(moved(x, y, z));
  }

  private double[] moved(double x, double y, double z) {
    return new double[] {warp.x(x, y, z), warp.y(x, y, z), warp.z(x, y, z)};
  }

  /* 16 bits for each coordinate of the tile, 14 for the number in it. */
  private long synapseId(int number) {
    return ((tile.x() & 0xffff) << 46)
        | ((tile.y() & 0xffff) << 30)
        | ((tile.z() & 0xffff) << 14)
        | number;
  }
}
