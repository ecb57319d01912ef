package org.connectarium.analysis.geometry.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectarium.analysis.geometry.AgainstChance;
import org.connectarium.analysis.geometry.AxonContacts;
import org.connectarium.analysis.geometry.Geometry;
import org.connectarium.analysis.inference.Workers;
import org.connectarium.analysis.synapses.SynapseTable;
import org.connectarium.analysis.synapses.graph.RowValues;
import org.connectarium.analysis.synapses.graph.SynapseUsageProcedures;
import org.connectarium.graph.GraphException;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/// The procedure `connectome.geometry.chance`.
@SuppressWarnings("NullAway.Init") // Neo4j fills the public fields
public final class ChanceProcedures {
  private static final String MODEL = "model";
  private static final String RADIUS = "radiusUm";
  private static final double NEAR_UM = 5;
  private static final int DRAWS = 200;

  @Context public Transaction transaction;
  @Context public TerminationGuard terminationGuard;

  /// What a connectome by chance is drawn from.
  enum Model {
    /// Contacts that an axon has, by area.
    CONTACTS,
    /// Classes within a distance, by availability.
    AVAILABILITY
  }

  /// A row of `chance`.
  public record ChanceRow(
      @Description("synapses, axons (with any), varianceOfShares (over axons), or pairs.")
          String quantity,
      @Description("Target class, or for pairs the number of synapses of one.") String of,
      @Description("In the data set.") @Nullable Double observed,
      @Description("Mean by chance.") @Nullable Double mean,
      @Description("Standard deviation by chance.") @Nullable Double sd,
      @Description("Lower end of where 95 % of those by chance lie.") @Nullable Double low,
      @Description("Upper end.") @Nullable Double high,
      @Description("Probability of so much or more by chance.") double pHigh,
      @Description("Probability of so little or less by chance.") double pLow,
      @Description("Axons that were looked at.") long axons,
      @Description("Synapses left out: the axon reaches no such membrane.") long withoutContact,
      @Description("Number of draws.") long draws,
      @Description("Seed of the draws.") long seed,
      @Description(SynapseUsageProcedures.USAGE) Map<String, Object> usage) {}

  private record Answer(List<AgainstChance> found, long axons, long withoutContact) {}

  @Procedure(name = "connectome.geometry.chance", mode = Mode.READ)
  @Description("The connectome beside those that contacts, or distance, alone would make.")
  public Stream<ChanceRow> chance(
      @Name(value = "dataset", description = SynapseUsageProcedures.DATASET) String dataset,
      @Name(
              value = "options",
              defaultValue = "{}",
              description =
                  "model (contacts: synapses of an axon lie anew on its contacts, by area;"
                      + " availability: onto classes within radiusUm, 5), draws (200), seed (0),"
                      + " blockUm ([0.36, 0.36, 0.448]), membrane (contacts; synapses, for the model"
                      + " availability), threads (2), "
                      + GeometryOptions.POPULATION
                      + ".")
          Map<String, Object> options) {
    GeometryOptions o =
        new GeometryOptions(
            options,
            MODEL,
            RADIUS,
            GeometryOptions.DRAWS,
            GeometryOptions.SEED,
            GeometryOptions.BLOCK,
            GeometryOptions.MEMBRANE);
    int draws = o.count(GeometryOptions.DRAWS, DRAWS);
    Model model = o.all().choice(MODEL, Model.CONTACTS);
    Workers workers = o.workers(terminationGuard);
    if (model == Model.CONTACTS && o.membrane() == GeometryOptions.Membrane.SYNAPSES) {
      throw new IllegalArgumentException(
          "The model contacts needs contacts; give membrane: synapses with the model availability");
    }
    if (model == Model.AVAILABILITY) {
      double[] radius = {o.all().number(RADIUS, NEAR_UM)};
      Surroundings read = Surroundings.read(transaction, dataset, o, radius, workers);
      return rows(byAvailability(read, draws, o.seed(), workers), draws, o.seed(), read.usage());
    }
    Connected connected = Connected.read(transaction, workers.stopCheck(), dataset, o);
    Borders borders =
        Surroundings.borders(transaction, connected, o.membrane(), workers.stopCheck());
    return rows(
        byContacts(connected, borders, draws, o.seed(), workers),
        draws,
        o.seed(),
        connected.usage());
  }

  private static Answer byAvailability(Surroundings read, int draws, long seed, Workers workers) {
    int[] rows = read.reaching(0);
    if (rows.length < 2) {
      throw new GraphException(
          "Only %d axons reach membrane of the target classes; take a larger radiusUm"
              .formatted(rows.length));
    }
    var counts = read.counts(rows);
    return new Answer(
        Geometry.againstAvailability(counts, read.shares(rows, 0), draws, seed, workers),
        rows.length,
        read.counts().synapses() - counts.synapses());
  }

  private static Answer byContacts(
      Connected connected, Borders borders, int draws, long seed, Workers workers) {
    AxonContacts contacts = contacts(connected, borders);
    SynapseTable table = connected.read().table();
    int[] observed = new int[contacts.size()];
    long without = 0;
    for (int i = 0; i < table.size(); i++) {
      int row = connected.row(table.pre(i));
      if (row >= 0 && connected.counts(i)) {
        int pair = contacts.pair(row, table.post(i));
        if (pair < 0) {
          without++;
        } else {
          observed[pair]++;
        }
      }
    }
    byte[] classes = new byte[connected.read().neurons().size()];
    for (int v = 0; v < classes.length; v++) {
      classes[v] = connected.columnOf(v);
    }
    return new Answer(
        Geometry.againstContacts(
            contacts, observed, connected.classes(), classes, draws, seed, workers),
        contacts.axons(),
        without);
  }

  private static AxonContacts contacts(Connected connected, Borders borders) {
    IntArrayList axons = new IntArrayList();
    IntArrayList targets = new IntArrayList();
    DoubleArrayList areas = new DoubleArrayList();
    for (int i = 0; i < borders.size(); i++) {
      for (int side = 0; side < 2; side++) {
        int axon = side == 0 ? borders.one(i) : borders.two(i);
        int target = side == 0 ? borders.two(i) : borders.one(i);
        if (axon >= 0
            && target >= 0
            && connected.row(axon) >= 0
            && connected.columnOf(target) >= 0
            && borders.areaUm2(i) > 0) {
          axons.add(connected.row(axon));
          targets.add(target);
          areas.add(borders.areaUm2(i));
        }
      }
    }
    return AxonContacts.of(
        connected.axons().length, axons.toArray(), targets.toArray(), areas.toArray());
  }

  private static Stream<ChanceRow> rows(
      Answer answer, int draws, long seed, Map<String, Object> usage) {
    return answer.found().stream()
        .map(
            c ->
                new ChanceRow(
                    c.quantity(),
                    c.of(),
                    RowValues.orNull(c.observed()),
                    RowValues.orNull(c.mean()),
                    RowValues.orNull(c.deviation()),
                    RowValues.orNull(c.interval95().lower()),
                    RowValues.orNull(c.interval95().upper()),
                    c.pHigh(),
                    c.pLow(),
                    answer.axons(),
                    answer.withoutContact(),
                    draws,
                    seed,
                    usage));
  }
}
