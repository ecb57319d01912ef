package org.connectarium.graph.soma;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.connectarium.graph.columns.Columns;
import org.connectarium.graph.columns.ContactColumns;
import org.connectarium.graph.columns.ContactsBySegment;
import org.connectarium.graph.columns.Joins;
import org.connectarium.graph.columns.SegmentColumns;
import org.connectarium.graph.columns.Trait;

/// Makes cell bodies: seeds in nuclei with all that touches them, then what is joined with them by
/// large and sure contacts near the nucleus, then what they enclose.
///
/// - segments that are one already (`unit`), such as pieces of an object cut by block faces, are
///   taken together
/// - what two nuclei could take goes to the larger nucleus
/// - cost: O(contacts) time for each round; 45 bytes a contact and some 60 a segment
///
/// Method: A. Motta et al., *Dense connectomic reconstruction in layer 4 of the somatosensory
/// cortex*, Science 2019, [doi:10.1126/science.aay3134](https://doi.org/10.1126/science.aay3134).
/// Differs: a nucleus is the seeds that touch each other. Parts that a soma cuts off are compared
/// with the largest part of what they hang together with, not of the whole graph.
///
/// @param ofUnit the soma of each unit, −1 if it is of none
/// @param joins between segments of one soma
@SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; never compared
public record Somata(int[] ofUnit, Joins joins) {
  private static final int NONE = -1;

  /// Finds all somata.
  ///
  /// @param unit of each segment, 0…segments−1
  /// @param closed true for segments that no soma takes, such as those of axons
  /// @param stop asked now and then; throws to end the work
  public static Somata of(
      Columns columns, int[] unit, boolean[] closed, SomaParameters parameters, Runnable stop) {
    return new Finding(columns, unit, closed, parameters).run(stop);
  }

  private static final class Finding {
    private final ContactColumns contacts;
    private final ContactsBySegment byUnit;
    private final boolean[] excluded;
    private final Nuclei nuclei;
    private final SomaParameters parameters;
    private final int[] soma;
    private final int[] firstSegment;
    private final Joins.Gathering joins = new Joins.Gathering();

    Finding(Columns columns, int[] unit, boolean[] closed, SomaParameters parameters) {
      this.parameters = parameters;
      int units = Arrays.stream(unit).max().orElse(-1) + 1;
      this.contacts = betweenUnits(columns.contacts(), unit);
      this.byUnit = ContactsBySegment.of(units, contacts);
      this.excluded = new boolean[units];
      this.firstSegment = new int[units];
      SegmentColumns segments = columns.segments();
      for (int i = unit.length - 1; i >= 0; i--) {
        firstSegment[unit[i]] = i;
        excluded[unit[i]] |=
            closed[i]
                || segments.isAbove(Trait.VESSEL, i, parameters.maxVessel())
                || segments.isAbove(Trait.MYELIN, i, parameters.maxMyelin());
      }
      this.nuclei = Nuclei.of(segments, unit, contacts, excluded, parameters.nucleusAbove());
      this.soma = nuclei.of().clone();
    }

    private static ContactColumns betweenUnits(ContactColumns contacts, int[] unit) {
      return new ContactColumns(
          Arrays.stream(contacts.from()).map(s -> unit[s]).toArray(),
          Arrays.stream(contacts.to()).map(s -> unit[s]).toArray(),
          contacts.continuity(),
          contacts.voxels(),
          contacts.positionNm(),
          contacts.face());
    }

    Somata run(Runnable stop) {
      joinSeeds();
      for (int nucleus = 0; nucleus < nuclei.count(); nucleus++) {
        stop.run();
        grow(nucleus);
      }
      int[] enclosedBy = Enclosed.wholly(contacts, soma);
      addAll(enclosedBy);
      for (int round = 0; round < parameters.rounds(); round++) {
        stop.run();
        if (!addAll(nearlyEnclosed())) {
          break;
        }
      }
      return new Somata(soma, joins.joins());
    }

    private void joinSeeds() {
      for (int k = 0; k < contacts.count(); k++) {
        int a = contacts.from()[k];
        int b = contacts.to()[k];
        if (a != b && soma[a] >= 0 && soma[a] == soma[b]) {
          joins.add(firstSegment[a], firstSegment[b]);
        }
      }
    }

    private void grow(int nucleus) {
      Deque<Integer> waiting = new ArrayDeque<>();
      for (int u = 0; u < soma.length; u++) {
        if (nuclei.of()[u] == nucleus) {
          waiting.add(u);
        }
      }
      while (!waiting.isEmpty()) {
        int u = waiting.remove();
        boolean isSeed = nuclei.of()[u] == nucleus;
        for (int c = byUnit.start()[u]; c < byUnit.start()[u + 1]; c++) {
          int contact = byUnit.contact()[c];
          int other = contacts.other(contact, u);
          if (isFree(other) && (isSeed || isCrossed(contact, nuclei.centreNm()[nucleus]))) {
            take(other, nucleus, u);
            waiting.add(other);
          }
        }
      }
    }

    private boolean isCrossed(int contact, double[] centreNm) {
      double square = 0;
      for (int a = 0; a < 3; a++) {
        double d = contacts.positionNm()[3 * contact + a] - centreNm[a];
        square += d * d;
      }
      boolean isSure =
          contacts.isAbove(contact, parameters.continuityAbove())
              && contacts.voxels()[contact] > parameters.contactVoxelsAbove();
      return square <= parameters.reachNm() * parameters.reachNm()
          && (contacts.face()[contact] || isSure);
    }

    private int[] nearlyEnclosed() {
      int[] by = new int[soma.length];
      Arrays.setAll(
          by,
          u ->
              isFree(u)
                  ? Enclosed.nearly(contacts, byUnit, soma, u, parameters.minEnclosed())
                  : NONE);
      return by;
    }

    private boolean addAll(int[] somaToJoin) {
      int[] seed = new int[nuclei.count()];
      for (int u = soma.length - 1; u >= 0; u--) {
        if (nuclei.of()[u] >= 0) {
          seed[nuclei.of()[u]] = u;
        }
      }
      boolean any = false;
      for (int u = 0; u < soma.length; u++) {
        if (somaToJoin[u] >= 0 && isFree(u)) {
          take(u, somaToJoin[u], seed[somaToJoin[u]]);
          any = true;
        }
      }
      return any;
    }

    private boolean isFree(int u) {
      return soma[u] < 0 && !excluded[u];
    }

    private void take(int u, int into, int neighbour) {
      soma[u] = into;
      joins.add(firstSegment[neighbour], firstSegment[u]);
    }
  }
}
