package org.connectarium.app.connectome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.connectarium.graph.connectome.ConnectionRow;
import org.connectarium.graph.connectome.NeuronRow;
import org.connectarium.graph.connectome.SizeMeasure;
import org.connectarium.graph.connectome.SourceId;
import org.connectarium.graph.connectome.SynapseRow;

/// Reads the tables of a mapping into an [Assembly].
final class RowReader {
  private final Mapping mapping;
  private final Problems problems;
  private final Assembly assembly;

  RowReader(Mapping mapping, Problems problems, Assembly assembly) {
    this.mapping = mapping;
    this.problems = problems;
    this.assembly = assembly;
  }

  void neurons(Mapping.Neurons of) {
    List<Column> asked =
        Tables.all(
            List.of(Optional.of(of.id()), of.name(), of.neuronClass(), of.type(), of.side()),
            List.of(columns(of.position()), of.extra()));
    Tables.forEach("neurons", of.table(), asked, problems, cells -> neuron(of, cells));
  }

  private void neuron(Mapping.Neurons of, Cells cells) {
    Optional<SourceId> id = cells.id(of.id(), mapping.ids());
    if (id.isEmpty()) {
      cells.keeps(Problem.MISSING_ID, "no " + of.id().name());
      return;
    }
    assembly.neuron(
        cells,
        new NeuronRow(
            id.get(),
            of.name().flatMap(cells::text),
            of.neuronClass().flatMap(cells::word),
            of.type().flatMap(cells::word),
            of.side().flatMap(cells::word),
            of.position().flatMap(cells::place),
            extra(of.extra(), cells)));
  }

  void synapses(Mapping.Synapses of) {
    List<Column> asked =
        Tables.all(
            List.of(
                of.id(), Optional.of(of.pre()), of.preClass(), of.postClass(), of.kind(), of.p()),
            List.of(
                of.post(), columns(of.position()), List.copyOf(of.sizes().values()), of.extra()));
    Tables.forEach("synapses", of.table(), asked, problems, cells -> synapse(of, cells));
  }

  private void synapse(Mapping.Synapses of, Cells cells) {
    Optional<SourceId> id =
        of.id().isEmpty()
            ? Optional.of(new SourceId.Whole(cells.line()))
            : cells.id(of.id().get(), of.ids());
    if (id.isEmpty()) {
      cells.keeps(Problem.MISSING_ID, "no " + of.id().map(Column::name).orElse("id"));
      return;
    }
    Optional<SourceId> pre = cells.id(of.pre(), mapping.ids());
    List<SourceId> post =
        of.post().stream().flatMap(c -> cells.id(c, mapping.ids()).stream()).toList();
    if (pre.isEmpty() || post.isEmpty()) {
      Column lacking = pre.isEmpty() ? of.pre() : of.post().getFirst();
      cells.keeps(Problem.MISSING_PARTNER, "no " + lacking.name());
    }
    Optional<String> preClass = of.preClass().flatMap(cells::word);
    Optional<String> postClass = of.postClass().flatMap(cells::word);
    pre.ifPresent(neuron -> assembly.check(cells, neuron, preClass));
    post.forEach(neuron -> assembly.check(cells, neuron, postClass));
    pre.filter(post::contains).ifPresent(self -> assembly.checkPair(cells, self, self));
    assembly.synapse(
        cells,
        new SynapseRow(
            id.get(),
            pre,
            post,
            of.kind().flatMap(cells::word),
            of.position().flatMap(cells::place),
            of.p().map(cells::number).orElse(OptionalDouble.empty()),
            sizes(of.sizes(), cells),
            extra(of.extra(), cells)),
        preClass,
        postClass);
  }

  void connections(Mapping.Connections of) {
    Tables.forEach(
        "connections",
        of.table(),
        asked(of),
        problems,
        cells -> connection(of, cells).ifPresent(row -> assembly.connection(cells, row)));
  }

  void gapJunctions(Mapping.Connections of) {
    Tables.forEach(
        "gapJunctions",
        of.table(),
        asked(of),
        problems,
        cells -> connection(of, cells).ifPresent(row -> assembly.gapJunction(cells, row)));
  }

  private static List<Column> asked(Mapping.Connections of) {
    return Tables.all(
        List.of(Optional.of(of.pre()), Optional.of(of.post()), of.count()),
        List.of(List.copyOf(of.sizes().values())));
  }

  private Optional<ConnectionRow> connection(Mapping.Connections of, Cells cells) {
    Optional<SourceId> pre = cells.id(of.pre(), mapping.ids());
    Optional<SourceId> post = cells.id(of.post(), mapping.ids());
    if (pre.isEmpty() || post.isEmpty()) {
      cells.keeps(Problem.MISSING_ID, "no " + (pre.isEmpty() ? of.pre() : of.post()).name());
      return Optional.empty();
    }
    assembly.check(cells, pre.get(), Optional.empty());
    assembly.check(cells, post.get(), Optional.empty());
    assembly.checkPair(cells, pre.get(), post.get());
    OptionalLong count = of.count().map(c -> count(c, cells)).orElse(OptionalLong.empty());
    return Optional.of(new ConnectionRow(pre.get(), post.get(), count, sizes(of.sizes(), cells)));
  }

  private static OptionalLong count(Column column, Cells cells) {
    OptionalDouble number = cells.number(column);
    if (number.isEmpty()) {
      return OptionalLong.empty();
    }
    double value = number.getAsDouble();
    if (value <= 0) {
      cells.keeps(Problem.NON_POSITIVE_COUNT, column.name() + " is not above 0");
      return OptionalLong.empty();
    }
    if (value != Math.rint(value)) {
      cells.keeps(Problem.BAD_NUMBER, column.name() + " " + value + " is no whole number");
      return OptionalLong.empty();
    }
    return OptionalLong.of((long) value);
  }

  private static Map<SizeMeasure, Double> sizes(Map<SizeMeasure, Column> columns, Cells cells) {
    Map<SizeMeasure, Double> sizes = new EnumMap<>(SizeMeasure.class);
    columns.forEach(
        (measure, column) -> cells.size(column).ifPresent(size -> sizes.put(measure, size)));
    return sizes;
  }

  private static Map<String, String> extra(List<Column> columns, Cells cells) {
    Map<String, String> extra = new LinkedHashMap<>();
    columns.forEach(column -> cells.text(column).ifPresent(v -> extra.put(column.name(), v)));
    return extra;
  }

  private static List<Column> columns(Optional<Mapping.Position> position) {
    List<Column> columns = new ArrayList<>();
    position.ifPresent(at -> columns.addAll(List.of(at.x(), at.y(), at.z())));
    return columns;
  }
}
