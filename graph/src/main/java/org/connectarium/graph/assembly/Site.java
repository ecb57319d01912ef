package org.connectarium.graph.assembly;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// One synapse: the contacts between two agglomerates that are of one place.
///
/// @param contacts in ascending order of their numbers, at least one
record Site(List<Evidence> contacts) {
  Site {
    contacts = List.copyOf(contacts);
  }

  /// The lowest number of its contacts.
  long id() {
    return contacts.getFirst().number();
  }

  long pre() {
    return contacts.getFirst().pre();
  }

  long post() {
    return contacts.getFirst().post();
  }

  /// The spine head that it is on, 0 for none; contacts of two heads are never one site.
  long head() {
    return contacts.stream().mapToLong(Evidence::head).max().orElse(0);
  }

  boolean soma() {
    return contacts.stream().anyMatch(Evidence::soma);
  }

  /// The probability of the surest contact: what the contacts say is not independent.
  double p() {
    return contacts.stream().mapToDouble(Evidence::p).max().orElse(0);
  }

  double areaUm2() {
    return contacts.stream().mapToDouble(Evidence::areaUm2).sum();
  }

  double xNm() {
    return mean(Evidence::xNm);
  }

  double yNm() {
    return mean(Evidence::yNm);
  }

  double zNm() {
    return mean(Evidence::zNm);
  }

  /* Weighted by area. */
  private double mean(ToDoubleFunction<Evidence> coordinate) {
    double sum = 0;
    double weights = 0;
    for (Evidence contact : contacts) {
      sum += contact.areaUm2() * coordinate.applyAsDouble(contact);
      weights += contact.areaUm2();
    }
    return weights > 0 ? sum / weights : coordinate.applyAsDouble(contacts.getFirst());
  }
}
