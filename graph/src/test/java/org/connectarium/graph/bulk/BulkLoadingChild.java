package org.connectarium.graph.bulk;

import static org.connectarium.graph.TinyConnectome.RUN;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.connectarium.graph.TinyConnectome;
import org.connectarium.graph.sink.ContactRow;
import org.connectarium.graph.sink.GraphSink;
import org.connectarium.graph.store.StoreOptions;

/// The process that [KilledBulkLoadTest] kills: says on standard output how far it is.
final class BulkLoadingChild {
  static final int LINES = 6;
  static final String FINISHED = "finished";
  private static final int SEGMENTS = 30_000;
  private static final int PARTS = 3;

  private BulkLoadingChild() {}

  public static void main(String[] args) {
    load(Path.of(args[0]), System.out);
  }

  static void load(Path home, PrintStream said) {
    List<ContactRow> contacts = TinyConnectome.randomContacts(SEGMENTS, 3, 21);
    BulkSize size = new BulkSize(SEGMENTS, contacts.size());
    try (GraphSink sink = BulkSink.create(home, StoreOptions.DEFAULT, size)) {
      said.println("begun");
      sink.run(RUN);
      sink.segments("segments", RUN.id(), TinyConnectome.segments(SEGMENTS));
      said.println("segments");
      for (int part = 0; part < PARTS; part++) {
        int begin = contacts.size() * part / PARTS;
        int end = contacts.size() * (part + 1) / PARTS;
        sink.contacts("contacts-" + part, RUN.id(), contacts.subList(begin, end));
        said.println("contacts");
      }
      sink.finish();
      said.println(FINISHED);
    }
  }
}
