package org.connectarium.graph.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.connectarium.graph.assembly.SpineRanks.Synapse;
import org.junit.jupiter.api.Test;

class SitesTest {
  private static Evidence at(long number, double xNm, long head) {
    return new Evidence(number, 1, 2, head, false, 0.5, 1, xNm, 0, 0);
  }

  private static List<List<Long>> sites(double linkNm, Evidence... contacts) {
    return Sites.of(Arrays.asList(contacts), linkNm).stream()
        .map(s -> s.contacts().stream().map(Evidence::number).toList())
        .toList();
  }

  @Test
  void linksChainsUpToTheDistance() {
    assertThat(sites(100, at(1, 0, 0), at(2, 100, 0), at(3, 200, 0), at(4, 300.5, 0)))
        .containsExactly(List.of(1L, 2L, 3L), List.of(4L));
  }

  @Test
  void oneHeadIsOneSiteHoweverFarApart() {
    assertThat(sites(100, at(1, 0, 9), at(2, 5000, 9), at(3, 5050, 0)))
        .containsExactly(List.of(1L, 2L, 3L));
  }

  @Test
  void twoHeadsNeverBecomeOneAndWhatLiesBetweenGoesToTheCloser() {
    assertThat(sites(100, at(1, 0, 8), at(2, 100, 9), at(3, 40, 0), at(4, 75, 0)))
        .as("4 and 2 are 25 apart, 3 and 4 are 35, 1 and 3 are 40 and too late")
        .containsExactly(List.of(1L), List.of(2L, 3L, 4L));
  }

  @Test
  void pairsAndDirectionsAreApart() {
    Evidence there = new Evidence(1, 1, 2, 0, false, 0.5, 1, 0, 0, 0);
    Evidence back = new Evidence(2, 2, 1, 0, false, 0.5, 1, 0, 0, 0);
    Evidence other = new Evidence(3, 1, 3, 0, false, 0.5, 1, 0, 0, 0);
    assertThat(sites(100, there, back, other))
        .containsExactly(List.of(1L), List.of(2L), List.of(3L));
  }

  @Test
  void theOrderOfContactsHasNoEffect() {
    Random random = new Random(5);
    List<Evidence> contacts = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      long head = random.nextInt(4) == 0 ? 1L + random.nextInt(20) : 0;
      contacts.add(
          new Evidence(
              i,
              random.nextInt(3),
              10 + random.nextInt(3),
              head,
              false,
              random.nextDouble(),
              random.nextDouble(),
              random.nextInt(2000),
              random.nextInt(500),
              random.nextInt(500)));
    }
    List<Site> once = Sites.of(contacts, 120);
    Collections.shuffle(contacts, random);
    assertThat(Sites.of(contacts, 120)).isEqualTo(once);
    assertThat(once).hasSizeBetween(20, 280);
  }

  @Test
  void theSurestThenTheLargestThenTheFirstIsPrimary() {
    assertThat(
            SpineRanks.primary(
                List.of(
                    new Synapse(1, 7, 1, 0.6, 1),
                    new Synapse(2, 7, 1, 0.9, 1),
                    new Synapse(3, 7, 1, 0.9, 2),
                    new Synapse(4, 7, 1, 0.9, 2),
                    new Synapse(5, 7, 2, 0.1, 1), // the head's other side
                    new Synapse(6, 0, 1, 1, 1)))) // on no head
        .isEqualTo(Set.of(3L, 5L));
  }
}
