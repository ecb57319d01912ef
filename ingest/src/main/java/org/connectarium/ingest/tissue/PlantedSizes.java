package org.connectarium.ingest.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectarium.ingest.tissue.Spines.Spine;
import org.connectarium.ingest.tissue.SynapseTruth.PairKind;
import org.connectarium.ingest.tissue.Wiring.Choice;
import org.connectarium.ingest.tissue.Wiring.Option;

/// Gives each synapse its area: that of its spine, or that of its pair.
final class PlantedSizes {
  private final TissueParameters.Sizes sizes;
  private final List<Strand> strands;
  private final List<Spine> spines;
  private final Dice dice;

  PlantedSizes(TissueParameters.Sizes sizes, List<Strand> strands, List<Spine> spines, Dice dice) {
    this.sizes = sizes;
    this.strands = strands;
    this.spines = spines;
    this.dice = dice;
  }

  /// The choices, each with an area.
  List<Choice> of(List<Option> taken) {
    Map<Long, List<Integer>> pairs = new LinkedHashMap<>();
    List<Choice> out = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      Option o = taken.get(i);
      double area = o.spine() >= 0 ? spines.get(o.spine()).asiUm2() : sizes.draw(dice);
      out.add(new Choice(o, area, PairKind.NONE));
      if (o.kind() == SynapseTruth.Kind.PRIMARY_SPINE) {
        long key = ((long) strands.get(o.axon()).object() << 32) | o.post();
        pairs.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> pair : pairs.values()) {
      if (pair.size() == 2) {
        double share = dice.unit();
        if (share < sizes.ltpLike() + sizes.ltdLike()) {
          boolean large = share < sizes.ltpLike();
          double middle = (large ? -0.35 : -0.95) + 0.08 * dice.normal();
          for (int i : pair) {
            double area =
                Math.clamp(Math.pow(10, middle + sizes.pairSpread() * dice.normal()), 0.02, 1.2);
            out.set(
                i,
                new Choice(
                    out.get(i).option(), area, large ? PairKind.LTP_LIKE : PairKind.LTD_LIKE));
          }
        }
      }
    }
    return out;
  }
}
