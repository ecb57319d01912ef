package org.connectarium.app.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.connectarium.app.dataset.Dataset;
import org.connectarium.app.pipeline.AgglomerateSkeletons;
import org.connectarium.app.workspace.Stage;
import org.connectarium.app.workspace.Workspace;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.simulation.NmlFile;
import org.connectarium.ingest.swc.SwcSkeleton;
import org.connectarium.ingest.swc.SwcWriter;
import org.connectarium.ingest.tissue.Skeleton;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.reconstruction.skeleton.SkeletonParameters;
import org.connectarium.reconstruction.skeleton.SkeletonTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `connectarium skeletons WORKSPACE`: the middle lines of agglomerates, as files.
@Command(
    name = "skeletons",
    description = "Trace the middle lines of agglomerates, and measure their lengths.")
final class Skeletons implements Callable<Integer> {
  private static final double NM_PER_UM = 1000;

  /// How skeletons are written.
  enum Format {
    swc,
    nml
  }

  private final Console console;

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private GraphOptions graph = new GraphOptions();

  @Parameters(paramLabel = "WORKSPACE", description = "Folder made by 'run'.")
  private Path place = Path.of("");

  @Option(
      names = "--agglomerates",
      split = ",",
      paramLabel = "ID",
      description = "Ids of the agglomerates that are wanted; default: all.")
  private List<Long> wanted = List.of();

  @Option(
      names = "--min-length-um",
      paramLabel = "L",
      description = "Leave out shorter skeletons; default: ${DEFAULT-VALUE}.")
  private double minLengthUm;

  @Option(
      names = "--min-branch-um",
      paramLabel = "L",
      description = "Cut off ends of branches that are shorter; default: ${DEFAULT-VALUE}.")
  private double minBranchUm;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "swc (one file each) or nml (one for all); default: ${DEFAULT-VALUE}.")
  private Format format = Format.swc;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the files; default: skeletons in the workspace, emptied first.")
  private Optional<Path> out = Optional.empty();

  Skeletons(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    checkLength("--min-length-um", minLengthUm);
    checkLength("--min-branch-um", minBranchUm);
    SkeletonParameters d = SkeletonParameters.DEFAULT;
    SkeletonParameters parameters =
        new SkeletonParameters(
            d.scale(), d.constantNm(), d.dustVoxels(), minBranchUm * NM_PER_UM, d.somaRadiusNm());
    try (Workspace workspace = Workspace.open(place)) {
      Dataset dataset = Dataset.read(workspace.datasetFile());
      List<SkeletonTree> trees =
          new AgglomerateSkeletons(
                  workspace,
                  graph.place(workspace, dataset, Stage.AGGLOMERATE),
                  dataset,
                  console.progress(),
                  dataset.threads().orElse(options.threads()))
              .trace(wanted, parameters).stream()
                  .filter(t -> t.lengthNm() >= minLengthUm * NM_PER_UM)
                  .toList();
      Path folder = folder(workspace);
      switch (format) {
        case swc -> trees.forEach(tree -> writeSwc(folder, tree));
        case nml ->
            WholeFile.stream(
                folder.resolve("skeletons.nml"), stream -> writeNml(stream, dataset, trees));
      }
      WholeFile.stream(folder.resolve("lengths.csv"), stream -> writeTable(stream, trees));
      show(folder, trees);
    }
    return 0;
  }

  private static void checkLength(String option, double um) {
    if (!(um >= 0 && um < Double.POSITIVE_INFINITY)) {
      throw new BadInputException(option + " must be a length of 0 or more but is " + um);
    }
  }

  private Path folder(Workspace workspace) throws IOException {
    if (out.isPresent()) {
      return out.get();
    }
    Path own = workspace.root().resolve("skeletons");
    WholeFolder.remove(own);
    return own;
  }

  private static void writeSwc(Path folder, SkeletonTree tree) {
    SwcWriter.write(
        folder.resolve(tree.label() + ".swc"),
        "agglomerate " + tree.label(),
        SwcWriter.UNKNOWN,
        new SwcSkeleton(tree.xNm(), tree.yNm(), tree.zNm(), tree.parent()),
        tree.radiusNm());
  }

  private static void writeNml(OutputStream out, Dataset dataset, List<SkeletonTree> trees)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    NmlFile nml = new NmlFile(text, dataset.voxelSize());
    nml.begin(dataset.name());
    for (SkeletonTree t : trees) {
      nml.add(new Skeleton(t.label(), t.xNm(), t.yNm(), t.zNm(), t.radiusNm(), t.parent()));
    }
    nml.end();
    text.flush();
  }

  private static void writeTable(OutputStream out, List<SkeletonTree> trees) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write("id,nodes,length_um,tips,branch_points,pieces\n");
    for (SkeletonTree t : trees) {
      text.write(
          String.format(
              Locale.ROOT,
              "%d,%d,%.3f,%d,%d,%d\n",
              t.label(),
              t.nodes(),
              t.lengthNm() / NM_PER_UM,
              t.tips(),
              t.branchPoints(),
              t.pieces()));
    }
    text.flush();
  }

  private void show(Path folder, List<SkeletonTree> trees) {
    double lengthUm = trees.stream().mapToDouble(SkeletonTree::lengthNm).sum() / NM_PER_UM;
    long nodes = trees.stream().mapToLong(SkeletonTree::nodes).sum();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", folder.toString());
    json.put("skeletons", trees.size());
    json.put("nodes", nodes);
    json.put("length_um", lengthUm);
    json.put("tips", trees.stream().mapToLong(SkeletonTree::tips).sum());
    json.put("branch_points", trees.stream().mapToLong(SkeletonTree::branchPoints).sum());
    console.result(
        options,
        json,
        List.of(
            String.format(
                Locale.ROOT,
                "%,d skeletons, %,.1f um, %,d nodes: %s",
                trees.size(),
                lengthUm,
                nodes,
                folder)));
  }
}
