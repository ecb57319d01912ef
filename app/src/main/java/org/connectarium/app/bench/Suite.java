package org.connectarium.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.connectarium.ingest.microscope.Look;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Spelling;
import org.connectarium.reconstruction.grid.Connectivity;

/// What can be measured.
public enum Suite {
  SEGMENT,
  SEGMENT_REAL,
  WATERSHED,
  CONTACTS,
  FACE_CONTACTS,
  COMPONENTS,
  COMPONENTS_6,
  DISTANCE,
  SKELETONS,
  CLASSIFY,
  POOLING,
  TEXTURES,
  TEXTURES_THICK,
  TEXTURE_GAUSSIAN,
  TEXTURE_HESSIAN,
  TEXTURE_STRUCTURE,
  TEXTURE_ENTROPY,
  HIERARCHY,
  DESCENT,
  AFFINITY,
  MUTEX,
  LOAD,
  GRAPH,
  AGGLOMERATE,
  EDITS,
  HISTORY,
  EVALUATE,
  IMPORT,
  SIMULATE,
  SIMULATE_SERIAL,
  STATISTICS;

  /// The name in the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The names of all.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Suite::label).toList();
  }

  /// The suite of a name.
  ///
  /// @throws BadInputException if there is none
  public static Suite of(String label) {
    int index = labels().indexOf(label);
    if (index < 0) {
      throw new BadInputException(
          "no benchmark \"" + label + "\"" + Spelling.hint(label, labels()));
    }
    return values()[index];
  }

  Workload workload(Setting setting) {
    return switch (this) {
      case SEGMENT ->
          new SegmentWorkload(setting, "simulated tissue", () -> BoundaryTile.simulated(setting));
      case SEGMENT_REAL ->
          new SegmentWorkload(
              setting, "FIB-SEM medulla as predicted", () -> BoundaryTile.medulla(setting.data()));
      case WATERSHED -> new WatershedWorkload(new OneBlock(setting));
      case CONTACTS -> new ContactsWorkload(new OneBlock(setting));
      case FACE_CONTACTS -> new FaceContactsWorkload(new MouseCortex(setting));
      case COMPONENTS -> new ComponentsWorkload(new MouseCortex(setting), Connectivity.ALL_26);
      case COMPONENTS_6 -> new ComponentsWorkload(new MouseCortex(setting), Connectivity.FACES_6);
      case DISTANCE -> new DistanceWorkload(new MouseCortex(setting));
      case SKELETONS -> new SkeletonsWorkload(new MouseCortex(setting));
      case POOLING -> new PoolingWorkload(new OneBlock(setting));
      case TEXTURES -> TexturesWorkload.all(setting);
      case TEXTURES_THICK -> TexturesWorkload.thick(setting);
      case TEXTURE_GAUSSIAN -> TexturesWorkload.gaussian(setting);
      case TEXTURE_HESSIAN -> TexturesWorkload.hessian(setting);
      case TEXTURE_STRUCTURE -> TexturesWorkload.structure(setting);
      case TEXTURE_ENTROPY -> TexturesWorkload.entropy(setting);
      case DESCENT -> AffinityWatershedWorkload.descent(new AffinityBlock(setting));
      case AFFINITY -> new AffinityWorkload(new AffinityBlock(setting));
      case MUTEX -> AffinityWatershedWorkload.mutex(new AffinityBlock(setting));
      case CLASSIFY -> new ClassifyWorkload(setting);
      case HIERARCHY -> new HierarchyWorkload(setting);
      case LOAD -> new LoadWorkload(setting);
      case GRAPH -> new GraphWorkload(setting);
      case AGGLOMERATE -> new AgglomerateWorkload(setting);
      case EDITS -> new EditsWorkload(setting);
      case HISTORY -> new HistoryWorkload(setting);
      case EVALUATE -> new EvaluateWorkload(setting);
      case IMPORT -> new ImportWorkload(setting);
      case SIMULATE -> new SimulateWorkload(setting, Look.FIBSEM);
      case SIMULATE_SERIAL -> new SimulateWorkload(setting, Look.SERIAL_SECTION);
      case STATISTICS ->
          setting.scaleMillions() == 0
              ? new StatisticsWorkload(setting)
              : new StatisticsTableWorkload(setting);
    };
  }
}
