package org.connectarium.app.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.connectarium.analysis.evaluation.ConnectomeMetrics;
import org.connectarium.analysis.report.Plot;
import org.connectarium.analysis.report.Report;
import org.connectarium.app.graph.WorkspaceGraph;
import org.connectarium.app.json.Json;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.StageRecord;
import org.connectarium.graph.agglomerate.Membership;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.network.ModelFiles;
import org.connectarium.reconstruction.network.Network;
import org.connectarium.reconstruction.segmentation.TableFile;
import org.connectarium.reconstruction.training.LossPoint;
import org.jspecify.annotations.Nullable;

/// `report/index.html` and `report/metrics.json`.
record ReportWork(Job job) implements StageWork {
  @Override
  public Stage stage() {
    return Stage.REPORT;
  }

  @Override
  public Object parameters() {
    return Map.of("title", job.dataset().name());
  }

  @Override
  public List<String> run() throws Exception {
    var evaluation =
        Json.read(Files.readString(EvaluateWork.file(job)), EvaluateWork.Outcome.class);
    var agglomeration =
        Json.read(Files.readString(AgglomerateWork.file(job)), AgglomerateWork.Outcome.class);
    List<TableFile> tables = TableFile.open(SegmentWork.tables(job));
    Metrics metrics =
        metrics(
            evaluation,
            agglomeration,
            tables.stream().mapToLong(TableFile::segments).sum(),
            tables.stream().mapToLong(TableFile::pieces).sum());
    job.workspace().writeMetrics(metrics);
    job.workspace()
        .write(
            job.workspace().reportFile(),
            report(metrics, evaluation, agglomeration, tables).html());
    return List.of("report/index.html", "report/metrics.json");
  }

  private Metrics metrics(
      EvaluateWork.Outcome evaluation,
      AgglomerateWork.Outcome agglomeration,
      long segments,
      long contacts)
      throws Exception {
    Map<String, Double> seconds = new LinkedHashMap<>();
    long peak = 0;
    for (StageRecord r : records()) {
      seconds.put(r.stage(), r.seconds());
      peak = Math.max(peak, r.peakMemoryBytes());
    }
    Map<String, Map<String, @Nullable Double>> types = new LinkedHashMap<>();
    for (String type : List.of("axon", "dendrite", "spine_head", "glia")) {
      types.put(type, atHalf(evaluation.classifiers().get(type), "precision", "recall"));
    }
    Map<String, @Nullable Double> membrane = nothing("precision", "recall", "f1");
    EvaluateWork.Membrane m = evaluation.membrane();
    if (m != null) {
      membrane.put("precision", m.precision());
      membrane.put("recall", m.recall());
      membrane.put("f1", m.f1());
    }
    Map<String, @Nullable Double> merged = labels(evaluation.agglomeration());
    EvaluateWork.Skeletons traced = evaluation.skeletons();
    merged.put("erl_um", traced == null ? null : traced.erlUm());
    AgglomerateWork.Connectome made = agglomeration.connectome();
    return new Metrics(
        ProgramVersion.text(),
        job.dataset().name(),
        job.volume().voxels(),
        SegmentWork.setAside(job).size(),
        segments,
        contacts,
        agglomeration.agglomerates(),
        made == null ? null : made.synapses(),
        labels(evaluation.segmentation()),
        merged,
        membrane,
        types,
        atHalf(evaluation.classifiers().get("synapse"), "precision", "recall", "f1"),
        connectome(made, evaluation.connectome()),
        evaluation.classifiers(),
        evaluation.box(),
        seconds,
        peak,
        Runtime.getRuntime().availableProcessors()
            + " cores, "
            + System.getProperty("os.arch", "unknown"));
  }

  private static Map<String, @Nullable Double> atHalf(
      ClassifierFigures.@Nullable Figure figure, String... names) {
    Map<String, @Nullable Double> map = nothing(names);
    if (figure != null) {
      map.replace("precision", figure.precision());
      map.replace("recall", figure.recall());
      double sum = figure.precision() + figure.recall();
      map.replace("f1", sum > 0 ? 2 * figure.precision() * figure.recall() / sum : 0);
    }
    return map;
  }

  private static Map<String, @Nullable Double> nothing(String... names) {
    Map<String, @Nullable Double> map = new LinkedHashMap<>();
    for (String name : names) {
      map.put(name, null);
    }
    return map;
  }

  private static Map<String, @Nullable Double> connectome(
      AgglomerateWork.@Nullable Connectome made, @Nullable ConnectomeMetrics right) {
    Map<String, @Nullable Double> map =
        nothing(
            "neurons",
            "connections",
            "synapse_precision",
            "synapse_recall",
            "edge_precision",
            "edge_recall");
    if (made != null) {
      map.put("neurons", (double) made.neurons());
      map.put("connections", (double) made.connections());
    }
    if (right != null) {
      map.put("synapse_precision", orNull(right.synapsePrecision()));
      map.put("synapse_recall", orNull(right.synapseRecall()));
      map.put("edge_precision", orNull(right.edgePrecision()));
      map.put("edge_recall", orNull(right.edgeRecall()));
    }
    return map;
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Map<String, @Nullable Double> labels(EvaluateWork.@Nullable Labels labels) {
    Map<String, @Nullable Double> map = nothing("vi_split", "vi_merge", "arand");
    if (labels != null) {
      map.put("vi_split", labels.viSplit());
      map.put("vi_merge", labels.viMerge());
      map.put("arand", labels.arand());
    }
    return map;
  }

  private List<StageRecord> records() throws Exception {
    List<StageRecord> records = new ArrayList<>();
    for (Stage s : Stage.values()) {
      if (s != Stage.REPORT) {
        records.add(job.finished(s));
      }
    }
    return records;
  }

  private Report report(
      Metrics metrics,
      EvaluateWork.Outcome evaluation,
      AgglomerateWork.Outcome agglomeration,
      List<TableFile> segmentation)
      throws Exception {
    Membership membership;
    try (WorkspaceGraph graph = job.graph().open()) {
      membership = graph.membership();
    }
    Box shown =
        job.dataset().evaluate().isPresent()
            ? job.inVolume(job.dataset().evaluate().get(), "evaluate")
            : job.volume();
    Optional<Network> network = TrainWork.model(job).map(ModelFiles::network);
    return new Report(
        job.dataset().name(),
        trust(evaluation, network),
        keyFigures(metrics, evaluation),
        List.of(new SectionPictures(job, membership).row(shown)),
        stageTimes(),
        tables(evaluation, agglomeration, network),
        plots(evaluation.classifiers()),
        Distributions.of(segmentation, membership),
        losses(),
        List.of(),
        citations(),
        "Connectarium " + ProgramVersion.text());
  }

  private String trust(EvaluateWork.Outcome evaluation, Optional<Network> network)
      throws Exception {
    StringBuilder text = new StringBuilder();
    List<Box> without = SegmentWork.setAside(job);
    if (!without.isEmpty()) {
      text.append(without.size())
          .append(
              " blocks failed in every attempt and were left out; their voxels belong to no segment,"
                  + " in voxels of the imported volume: ")
          .append(without)
          .append(". ");
    }
    if (evaluation.box() != null) {
      text.append("Measured against truth on the box ")
          .append(evaluation.box())
          .append(" (voxels), which neither the training nor the choice of parameters saw.");
    } else if (job.dataset().truth().isPresent()) {
      text.append(
          "There is truth, but no part of it was kept from training and tuning, so no accuracy is"
              + " reported; name a box under \"evaluate\".");
    } else {
      text.append("There is no truth for this dataset, so its accuracy is unknown. ")
          .append(
              network
                  .map(
                      own ->
                          "The boundary network \"%s\" was trained on voxels of %s nm of other tissue."
                              .formatted(own.name(), own.voxelSizeNm()))
                  .orElse("The boundary map was made by others."))
          .append(
              " Compare the pictures below with what you see in the images:"
                  + " where membranes are missing in the boundary map, cells are merged; where it"
                  + " is grey inside cells, they are split. Label a small box and train on it to"
                  + " get figures.");
    }
    if (!job.dataset().modelChosen()) {
      text.append(" The model was not chosen by you: the shipped one was taken.");
    }
    return text.toString();
  }

  private static List<Report.KeyFigure> keyFigures(Metrics m, EvaluateWork.Outcome evaluation) {
    List<Report.KeyFigure> figures = new ArrayList<>();
    figures.add(new Report.KeyFigure("voxels", number(m.voxels()), ""));
    figures.add(new Report.KeyFigure("segments", number(m.segments()), ""));
    figures.add(new Report.KeyFigure("contacts", number(m.contacts()), "border pieces"));
    figures.add(new Report.KeyFigure("agglomerates", number(m.agglomerates()), ""));
    if (m.synapses() != null) {
      figures.add(new Report.KeyFigure("synapses", number(m.synapses()), "of the connectome"));
    }
    EvaluateWork.Labels a = evaluation.agglomeration();
    if (a != null) {
      figures.add(
          new Report.KeyFigure(
              "VI",
              bits(a.viSplit() + a.viMerge()),
              bits(a.viSplit()) + " split + " + bits(a.viMerge()) + " merge, bits"));
    }
    EvaluateWork.Skeletons s = evaluation.skeletons();
    if (s != null) {
      figures.add(
          new Report.KeyFigure(
              "ERL",
              bits(s.erlUm()) + " µm",
              "of %s µm; %d splits, %d mergers"
                  .formatted(bits(s.erlOfTruthUm()), s.splits(), s.mergers())));
    }
    EvaluateWork.Membrane f = evaluation.membrane();
    if (f != null) {
      figures.add(new Report.KeyFigure("membrane F1", bits(f.f1()), "per pixel"));
    }
    return figures;
  }

  private List<Report.StageTime> stageTimes() throws Exception {
    List<Report.StageTime> times = new ArrayList<>();
    long voxels = job.volume().voxels();
    for (StageRecord r : records()) {
      boolean counts = List.of("import", "predict", "segment").contains(r.stage());
      times.add(
          new Report.StageTime(r.stage(), r.seconds(), counts ? voxels : 0, r.peakMemoryBytes()));
    }
    return times;
  }

  private List<Report.Table> tables(
      EvaluateWork.Outcome e, AgglomerateWork.Outcome agglomeration, Optional<Network> network)
      throws Exception {
    List<Report.Table> tables = new ArrayList<>();
    EvaluateWork.Labels s = e.segmentation();
    EvaluateWork.Labels a = e.agglomeration();
    if (s != null && a != null) {
      tables.add(
          new Report.Table(
              "Accuracy",
              List.of("", "VI split", "VI merge", "VI sum", "adapted Rand error", "coverage"),
              List.of(row("segments", s), row("agglomerates", a)),
              "Variation of information in bits; lower is better. Voxels without truth are"
                  + " ignored."));
    }
    if (!e.classifiers().isEmpty()) {
      tables.add(classifiers(e.classifiers()));
    }
    tables.add(
        new Report.Table(
            "Agglomeration",
            List.of("parameter", "value"),
            List.of(
                List.of("least continuity", bits(agglomeration.minContinuity())),
                List.of("how chosen", agglomeration.chosen()),
                List.of("contacts used", number(agglomeration.contactsUsed())),
                List.of("run", agglomeration.runId())),
            ""));
    if (agglomeration.connectome() != null) {
      tables.add(connectomeTable(agglomeration.connectome(), e.connectome()));
    }
    network.map(ReportWork::network).ifPresent(tables::add);
    List<List<String>> runs = new ArrayList<>();
    for (StageRecord r : records()) {
      runs.add(List.of(r.stage(), r.started(), r.inputHash(), Json.line(r.parameters())));
    }
    tables.add(
        new Report.Table(
            "Provenance", List.of("stage", "started", "input hash", "parameters"), runs, ""));
    return tables;
  }

  private static List<Report.PlotGroup> plots(Map<String, ClassifierFigures.Figure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    List<Plot> plots = new ArrayList<>();
    figures.forEach((question, figure) -> plots.addAll(figure.curves().plots(question)));
    return List.of(new Report.PlotGroup("Classifiers at all thresholds", plots, ""));
  }

  private static Report.Table classifiers(Map<String, ClassifierFigures.Figure> figures) {
    List<List<String>> rows = new ArrayList<>();
    figures.forEach(
        (question, f) ->
            rows.add(
                List.of(
                    question,
                    number(f.answers()),
                    number(f.positives()),
                    bits(f.averagePrecision()),
                    bits(f.precision()),
                    bits(f.recall()),
                    bits(f.bestF1()),
                    bits(f.bestThreshold()),
                    bits(f.calibrationError()))));
    return new Report.Table(
        "Classifiers",
        List.of(
            "question",
            "compared",
            "true",
            "average precision",
            "precision at 0.5",
            "recall at 0.5",
            "best F1",
            "at",
            "calibration error"),
        rows,
        "Contacts whose cells are known, and segments of known type. A synapse counts as found if"
            + " its direction is right.");
  }

  private static Report.Table connectomeTable(
      AgglomerateWork.Connectome made, @Nullable ConnectomeMetrics right) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("neurons (agglomerates with a synapse)", number(made.neurons())));
    new TreeMap<>(made.classes())
        .forEach((of, n) -> rows.add(List.of("of the class " + of, number(n))));
    rows.add(List.of("synapses", number(made.synapses())));
    new TreeMap<>(made.kinds())
        .forEach(
            (kind, n) ->
                rows.add(List.of("of the kind " + (kind.isEmpty() ? "unknown" : kind), number(n))));
    rows.add(List.of("connected pairs", number(made.connections())));
    rows.add(List.of("synaptic contacts within one agglomerate", number(made.contactsWithin())));
    if (right != null) {
      rows.add(List.of("precision of synapses", bits(right.synapsePrecision())));
      rows.add(List.of("recall of synapses", bits(right.synapseRecall())));
      rows.add(List.of("precision of connected pairs", bits(right.edgePrecision())));
      rows.add(List.of("recall of connected pairs", bits(right.edgeRecall())));
    }
    rows.add(List.of("model of synapses", made.model()));
    rows.add(List.of("run", made.runId()));
    return new Report.Table(
        "Connectome",
        List.of("", "value"),
        rows,
        "Data set \""
            + AgglomerateWork.CONNECTOME
            + "\" of the graph. Each agglomerate stands for the"
            + " cell of the truth that most of its voxels are of; synapses are compared in number"
            + " for each ordered pair of cells.");
  }

  private static Report.Table network(Network network) {
    List<List<String>> model = new ArrayList<>();
    model.add(List.of("name", network.name()));
    model.add(List.of("architecture", network.architecture().toString()));
    new TreeMap<>(network.provenance()).forEach((k, v) -> model.add(List.of(k, v)));
    return new Report.Table("Boundary network", List.of("property", "value"), model, "");
  }

  private static List<String> row(String name, EvaluateWork.Labels m) {
    return List.of(
        name,
        bits(m.viSplit()),
        bits(m.viMerge()),
        bits(m.viSplit() + m.viMerge()),
        bits(m.arand()),
        bits(m.coverage()));
  }

  private List<Report.Loss> losses() throws Exception {
    Path file = new TrainWork(job).lossFile();
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Report.Loss> losses = new ArrayList<>();
    for (LossPoint p : Json.read(Files.readString(file), LossPoint[].class)) {
      losses.add(new Report.Loss(p.step(), p.training(), OptionalDouble.of(p.validation())));
    }
    return losses;
  }

  private static List<String> citations() {
    return List.of(
        "VI: M. Meilă, Comparing clusterings, J. Multivariate Analysis 98, 2007.",
        "Adapted Rand error: I. Arganda-Carreras et al., Frontiers in Neuroanatomy 9, 2015.",
        "SegEM: M. Berning, K. Boergens, M. Helmstaedter, Neuron 87, 2015.",
        "FocusEM: A. Motta et al., Science 366, 2019.");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String bits(double v) {
    return String.format(Locale.ROOT, "%.3f", v);
  }
}
