package org.connectarium.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.connectarium.analysis.report.Plot;
import org.connectarium.analysis.report.Report;
import org.connectarium.app.json.Json;
import org.connectarium.app.version.ProgramVersion;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.reconstruction.accuracy.OperatingPoint;
import org.connectarium.reconstruction.classifier.Classifier;
import org.connectarium.reconstruction.classifier.Figures;
import org.connectarium.reconstruction.classifier.LearningCurve;
import org.connectarium.reconstruction.classifier.ModelKind;

/// What a training has come to, for programs (`accuracy.json`) and for people (`accuracy.html`).
///
/// @param fitted models by kind
/// @param heldOut empty = nothing was held out
record TrainingAccuracy(
    ModelTraining.Plan plan,
    TrainingMethods methods,
    Map<ModelKind, ModelFitting.Fitted> fitted,
    Optional<ModelAccuracy.HeldOut> heldOut) {

  /// Writes both files.
  void write(Path folder) {
    write(folder.resolve("accuracy.json"), Json.write(figures()) + "\n");
    write(folder.resolve("accuracy.html"), report().html());
  }

  private static void write(Path file, String text) {
    WholeFile.write(file, ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  /// Figures by kind and question, and held out.
  Map<String, Object> figures() {
    Map<String, Object> out = new LinkedHashMap<>();
    fitted.forEach(
        (kind, done) -> {
          Map<String, Object> ofKind = new LinkedHashMap<>();
          for (int q = 0; q < done.questions().size(); q++) {
            ofKind.put(kind.questions().get(q), question(done, q));
          }
          out.put(kind.label(), ofKind);
        });
    heldOut.ifPresent(
        measured -> {
          Map<String, Object> all = new LinkedHashMap<>(measured.figures());
          measured.synapses().ifPresent(best -> all.put("synapse, synapses, best F1", best));
          all.put("at thresholds chosen in training", measured.chosen());
          out.put("held-out", all);
          out.put("held-out curves", measured.curves());
        });
    return out;
  }

  private static Map<String, Object> question(ModelFitting.Fitted done, int q) {
    Classifier classifier = done.model().classifiers().get(q);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("cross-validated", classifier.figures());
    out.put("curves", done.questions().get(q).curves());
    done.questions().get(q).learning().ifPresent(l -> out.put("learning_curve", l.points()));
    out.put("importances", DecidingFeatures.of(classifier));
    out.put("parameters", classifier.parameters());
    return out;
  }

  private Report report() {
    List<Report.PlotGroup> groups = new ArrayList<>();
    fitted.forEach(
        (kind, done) -> {
          for (int q = 0; q < done.questions().size(); q++) {
            groups.add(accuracy(kind.questions().get(q), done.questions().get(q)));
          }
        });
    heldOut.ifPresent(measured -> groups.add(measured(measured)));
    fitted.forEach(
        (kind, done) -> {
          for (int q = 0; q < done.questions().size(); q++) {
            groups.add(deciding(kind.questions().get(q), done.model().classifiers().get(q)));
          }
        });
    return new Report(
        "Classifiers " + plan.name(),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(table()),
        groups,
        List.of(),
        List.of(),
        List.of(new Report.Text("Methods", paragraphs())),
        TrainingMethods.citations(),
        "Connectarium " + ProgramVersion.text());
  }

  private static Report.PlotGroup accuracy(String question, ModelFitting.Question of) {
    List<Plot> plots = new ArrayList<>(of.curves().plots(question + ", cross-validated"));
    of.learning().ifPresent(curve -> plots.add(learning(question, curve)));
    return new Report.PlotGroup("Accuracy of " + question, plots, "");
  }

  private static Plot learning(String question, LearningCurve curve) {
    return new Plot.Learning(
        question + ", learning curve",
        "examples learnt from",
        "average precision",
        curve.points().stream()
            .map(
                p ->
                    new Plot.Step(
                        p.rows(),
                        p.averagePrecision(),
                        String.format(
                            Locale.ROOT,
                            "folds learnt from: %d, examples %.0f, true %.0f",
                            p.folds(),
                            p.rows(),
                            p.positives())))
            .toList());
  }

  private static Report.PlotGroup measured(ModelAccuracy.HeldOut measured) {
    List<Plot> plots = new ArrayList<>();
    measured
        .curves()
        .forEach((question, curves) -> plots.addAll(curves.plots(question + ", held out")));
    return new Report.PlotGroup("Accuracy on datasets held out", plots, "");
  }

  private static Report.PlotGroup deciding(String question, Classifier classifier) {
    return new Report.PlotGroup(
        "What decides " + question,
        DecidingFeatures.of(classifier).plots(),
        "Shares of what all features took off the loss. Side 1 is that of the lower id; of a"
            + " synapse, the side that is asked about as presynaptic.");
  }

  private List<String> paragraphs() {
    List<String> all = new ArrayList<>(methods.paragraphs());
    fitted.forEach(
        (kind, done) -> {
          for (int q = 0; q < done.questions().size(); q++) {
            all.add(
                TrainingMethods.paragraph(
                    kind, kind.questions().get(q), done.model().classifiers().get(q)));
          }
        });
    return all;
  }

  private Report.Table table() {
    List<List<String>> rows = new ArrayList<>();
    fitted.forEach(
        (kind, done) -> {
          for (int q = 0; q < done.questions().size(); q++) {
            rows.add(
                row(
                    kind.questions().get(q),
                    "cross-validated",
                    done.model().classifiers().get(q).figures()));
          }
        });
    heldOut.ifPresent(
        measured ->
            measured.figures().forEach((question, f) -> rows.add(row(question, "held out", f))));
    return new Report.Table(
        "Accuracy",
        List.of(
            "question",
            "measured",
            "examples",
            "true",
            "average precision",
            "precision at 0.5",
            "recall at 0.5",
            "best F1",
            "at",
            "calibration error"),
        rows,
        heldOut
            .flatMap(ModelAccuracy.HeldOut::synapses)
            .map(
                best ->
                    String.format(
                        Locale.ROOT,
                        "Synapses held out, each found if one of its contacts is: best F1 %.3f,"
                            + " precision %.3f and recall %.3f at %.2f.",
                        best.f1(),
                        best.precision(),
                        best.recall(),
                        best.threshold()))
            .orElse(""));
  }

  private static List<String> row(String question, String measured, Figures f) {
    OperatingPoint none = new OperatingPoint(1, 0, 0);
    OperatingPoint half = f.operatingPoints().getOrDefault("half", none);
    OperatingPoint best = f.operatingPoints().getOrDefault("bestF1", none);
    return List.of(
        question,
        measured,
        String.format(Locale.ROOT, "%,d", f.rows()),
        String.format(Locale.ROOT, "%,d", f.positives()),
        three(f.averagePrecision()),
        three(half.precision()),
        three(half.recall()),
        three(best.f1()),
        three(best.threshold()),
        three(f.calibrationError()));
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
