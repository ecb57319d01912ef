package org.connectarium.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.classification.ContactFinder;
import org.connectarium.reconstruction.classification.LabelledContacts;
import org.connectarium.reconstruction.classification.SynapseTruth;
import org.connectarium.reconstruction.segmentation.Piece;

/// Finds the contacts of a [ContactTable] in the segmentation of a dataset.
final class TruthContacts {
  private final ContactTable table;
  private final ContactFinder finder;
  private final List<Long> offset;

  private TruthContacts(ContactTable table, ContactFinder finder, List<Long> offset) {
    this.table = table;
    this.finder = finder;
    this.offset = offset;
  }

  /// The labels of all contacts of a table.
  ///
  /// @throws BadInputException if a line means no contact, several where one is needed, or one that
  ///     another line has labelled; with the line
  static LabelledContacts of(Job job, ContactTable table) throws Exception {
    ContactFinder finder = new ContactFinder(ClassifyWork.volume(job), SegmentWork.finished(job));
    return new TruthContacts(table, finder, job.offset()).labels();
  }

  private LabelledContacts labels() {
    List<ContactFinder.Wanted> wanted = new ArrayList<>();
    table.rows().forEach(row -> wanted.add(wanted(row)));
    List<ContactFinder.Found> found = finder.find(wanted);
    LabelledContacts labels = new LabelledContacts();
    for (int i = 0; i < wanted.size(); i++) {
      ContactTable.Row row = table.rows().get(i);
      if (!found.get(i).problem().isEmpty()) {
        throw table.bad(row.line(), found.get(i).problem());
      }
      if (found.get(i).pieces().size() > 1 && row.synapse().isPresent()) {
        throw table.bad(
            row.line(),
            "these segments touch at %d places; give a point at the one that is meant"
                .formatted(found.get(i).pieces().size()));
      }
      for (Piece piece : found.get(i).pieces()) {
        LabelledContacts.Label label = label(row, piece, wanted.get(i));
        Optional<LabelledContacts.Label> before = labels.add(piece, label);
        if (before.isPresent()) {
          throw twice(row, label, before.get());
        }
      }
    }
    return labels;
  }

  private BadInputException twice(
      ContactTable.Row row, LabelledContacts.Label label, LabelledContacts.Label before) {
    boolean agree = label.same().equals(before.same()) && label.synapse().equals(before.synapse());
    return table.bad(
        row.line(),
        "the contact of line %d again%s; keep one of them"
            .formatted(before.number(), agree ? "" : ", with another label"));
  }

  private LabelledContacts.Label label(
      ContactTable.Row row, Piece piece, ContactFinder.Wanted wanted) {
    boolean fromLow = wanted.pair().map(pair -> finder.isLowSide(piece, pair.one())).orElse(true);
    return new LabelledContacts.Label(
        row.same(), row.synapse().map(is -> fromLow ? is : turned(is)), row.line());
  }

  private static SynapseTruth.Answer turned(SynapseTruth.Answer answer) {
    return switch (answer) {
      case FORWARD -> SynapseTruth.Answer.REVERSE;
      case REVERSE -> SynapseTruth.Answer.FORWARD;
      case EITHER, NONE, UNKNOWN -> answer;
    };
  }

  private ContactFinder.Wanted wanted(ContactTable.Row row) {
    Optional<ContactFinder.Point> point = row.point().or(() -> middle(row)).map(this::inVolume);
    point.ifPresent(p -> segmentAt(p, row, "the point"));
    if (row.a().isEmpty() || row.b().isEmpty()) {
      return new ContactFinder.Wanted(point, Optional.empty());
    }
    long a = segment(row.a().get(), row, "a");
    long b = segment(row.b().get(), row, "b");
    if (a == b) {
      throw table.bad(row.line(), "both sides are segment " + a);
    }
    return new ContactFinder.Wanted(point, Optional.of(new ContactFinder.Pair(a, b)));
  }

  /* Two points mean the contact nearest to the middle between them. */
  private static Optional<ContactTable.Position> middle(ContactTable.Row row) {
    if (row.a().orElse(null) instanceof ContactTable.Side.Inside(ContactTable.Position a)
        && row.b().orElse(null) instanceof ContactTable.Side.Inside(ContactTable.Position b)) {
      return Optional.of(
          new ContactTable.Position((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, (a.z() + b.z()) / 2));
    }
    return Optional.empty();
  }

  private long segment(ContactTable.Side side, ContactTable.Row row, String name) {
    return switch (side) {
      case ContactTable.Side.Segment(long id) -> id;
      case ContactTable.Side.Inside(ContactTable.Position at) -> {
        long id = segmentAt(inVolume(at), row, "the point of side " + name);
        if (id == 0) {
          throw table.bad(
              row.line(), "the point of side " + name + " lies in no segment; move it inwards");
        }
        yield id;
      }
    };
  }

  private long segmentAt(ContactFinder.Point point, ContactTable.Row row, String what) {
    OptionalLong id = finder.segmentAt(point);
    if (id.isEmpty()) {
      throw table.bad(row.line(), what + " lies outside of the images");
    }
    return id.getAsLong();
  }

  private ContactFinder.Point inVolume(ContactTable.Position p) {
    return new ContactFinder.Point(
        p.x() - offset.get(0), p.y() - offset.get(1), p.z() - offset.get(2));
  }
}
