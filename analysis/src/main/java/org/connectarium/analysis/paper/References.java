package org.connectarium.analysis.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The papers whose methods are used, by the keys that texts cite them with.
public final class References {
  private static final Map<String, Reference> ALL =
      List.of(
              new Reference(
                  "motta2019",
                  "Motta A et al. Dense connectomic reconstruction in layer 4 of the somatosensory"
                      + " cortex. Science 366 (2019).",
                  "10.1126/science.aay3134"),
              new Reference(
                  "holland1970",
                  "Holland PW, Leinhardt S. A method for detecting structure in sociometric data."
                      + " American Journal of Sociology 76 (1970).",
                  "10.1086/224954"),
              new Reference(
                  "ortmann2017",
                  "Ortmann M, Brandes U. Efficient orbit-aware triad and quad census in directed"
                      + " and undirected graphs. Applied Network Science 2 (2017).",
                  "10.1007/s41109-017-0027-2"),
              new Reference(
                  "maslov2002",
                  "Maslov S, Sneppen K. Specificity and stability in topology of protein networks."
                      + " Science 296 (2002).",
                  "10.1126/science.1065103"),
              new Reference(
                  "milo2002",
                  "Milo R et al. Network motifs: simple building blocks of complex networks."
                      + " Science 298 (2002).",
                  "10.1126/science.298.5594.824"),
              new Reference(
                  "benjamini1995",
                  "Benjamini Y, Hochberg Y. Controlling the false discovery rate. Journal of the"
                      + " Royal Statistical Society B 57 (1995).",
                  "10.1111/j.2517-6161.1995.tb02031.x"),
              new Reference(
                  "dempster1977",
                  "Dempster AP, Laird NM, Rubin DB. Maximum likelihood from incomplete data via the"
                      + " EM algorithm. Journal of the Royal Statistical Society B 39 (1977).",
                  "10.1111/j.2517-6161.1977.tb01600.x"),
              new Reference(
                  "botev2010",
                  "Botev ZI, Grotowski JF, Kroese DP. Kernel density estimation via diffusion. Annals"
                      + " of Statistics 38 (2010).",
                  "10.1214/10-AOS799"),
              new Reference(
                  "efron1979",
                  "Efron B. Bootstrap methods: another look at the jackknife. Annals of Statistics 7"
                      + " (1979).",
                  "10.1214/aos/1176344552"),
              new Reference(
                  "hedges1981",
                  "Hedges LV. Distribution theory for Glass's estimator of effect size and related"
                      + " estimators. Journal of Educational Statistics 6 (1981).",
                  "10.3102/10769986006002107"),
              new Reference(
                  "cliff1993",
                  "Cliff N. Dominance statistics: ordinal analyses to answer ordinal questions."
                      + " Psychological Bulletin 114 (1993).",
                  "10.1037/0033-2909.114.3.494"),
              new Reference(
                  "tarjan1972",
                  "Tarjan R. Depth-first search and linear graph algorithms. SIAM Journal on"
                      + " Computing 1 (1972).",
                  "10.1137/0201010"))
          .stream()
          .collect(Collectors.toUnmodifiableMap(Reference::key, Function.identity()));

  private References() {}

  /// A paper.
  ///
  /// @param doi without an address
  public record Reference(String key, String text, String doi) {}

  /// The paper of a key.
  public static Optional<Reference> find(String key) {
    return Optional.ofNullable(ALL.get(key));
  }
}
