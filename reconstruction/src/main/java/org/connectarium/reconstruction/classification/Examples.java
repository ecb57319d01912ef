package org.connectarium.reconstruction.classification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.Box;
import org.connectarium.reconstruction.block.BlockEngine;
import org.connectarium.reconstruction.classifier.ClassifierModel;
import org.connectarium.reconstruction.classifier.Columns;
import org.connectarium.reconstruction.feature.ContactFeatures;
import org.connectarium.reconstruction.feature.SegmentFeatures;
import org.connectarium.reconstruction.segmentation.BlockBorders.Border;
import org.connectarium.reconstruction.segmentation.Piece;
import org.connectarium.reconstruction.segmentation.SegmentObjects;
import org.connectarium.reconstruction.segmentation.TableFile;
import org.connectarium.reconstruction.texture.Textures;

/// Rows of features with their truth, to train and to measure classifiers.
///
/// - continuity: contacts whose two cells are known; yes if they are one
/// - synapse: each contact twice, once in each direction; yes for the true direction of a synapse,
///   for both where it is not known
/// - type: segments of known type; the label is the number of the class
///
/// Rows come in the order of blocks and tables, whatever the number of threads. Memory: all rows of
/// the volume.
public final class Examples {
  /// Takes an example.
  @FunctionalInterface
  public interface Taker {
    /// One example.
    ///
    /// @param label of continuity and synapse 1 yes, 0 no; of types number of the class
    /// @param weight how many it stands for
    /// @param origin where it comes from
    void take(float[] row, int label, float weight, Origin origin);
  }

  /// Where an example comes from.
  ///
  /// @param block number of the block it lies in
  /// @param synapse that a contact belongs to, 0 = none
  /// @param size of a contact its area in µm², of a segment its voxels
  public record Origin(int block, long synapse, double size) {}

  private final KnownVolume known;
  private final List<String> contactNames;
  private final List<String> textureNames;
  private final double share;
  private final ContactTruth truth;
  private final Map<Border, SynapseTruth.Found> synapses;
  private final List<FeatureReader.Rows> blocks;

  private Examples(
      KnownVolume known,
      List<String> contactNames,
      List<String> textureNames,
      double share,
      ContactTruth truth,
      Map<Border, SynapseTruth.Found> synapses,
      List<FeatureReader.Rows> blocks) {
    this.known = known;
    this.contactNames = contactNames;
    this.textureNames = textureNames;
    this.share = share;
    this.truth = truth;
    this.synapses = synapses;
    this.blocks = blocks;
  }

  /// Computes the features of a volume.
  ///
  /// @param contactNames of contacts; for synapses with their counterparts in the other direction
  /// @param textureNames of segments
  /// @param share of the contacts that are taken, above 0 … 1, chosen by their ids; those of
  ///     synapses are taken all
  /// @param listener told of each finished block
  public static Examples of(
      KnownVolume known,
      List<String> contactNames,
      List<String> textureNames,
      double share,
      BlockEngine engine,
      BlockEngine.Listener listener)
      throws Exception {
    ContactTruth truth = ContactTruth.of(known);
    Map<Border, SynapseTruth.Found> found = Collections.synchronizedMap(new IdentityHashMap<>());
    List<Box> blocks = known.segmentation().done();
    AtomicReferenceArray<FeatureReader.Rows> out = new AtomicReferenceArray<>(blocks.size());
    FeatureReader reader =
        new FeatureReader(
            known.volume(),
            SegmentObjects.of(known.segmentation().tables()),
            contactNames,
            textureNames);
    engine.runAll(
        () ->
            block -> {
              Predicate<Border> isSynapse = remembered(truth, reader.around(block), found);
              FeatureReader.Rows rows =
                  reader.read(
                      block,
                      b ->
                          !contactNames.isEmpty()
                              && (isSynapse.test(b) || isChosen(b.piece(), truth, share)));
              out.set(blocks.indexOf(block), rows);
            },
        blocks,
        listener);
    List<FeatureReader.Rows> list = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      list.add(out.get(b));
    }
    return new Examples(
        known, List.copyOf(contactNames), List.copyOf(textureNames), share, truth, found, list);
  }

  private static Predicate<Border> remembered(
      ContactTruth truth, Box around, Map<Border, SynapseTruth.Found> found) {
    long[] clefts = truth.clefts(around);
    return border -> {
      SynapseTruth.Found is = truth.synapse(border, clefts);
      if (is.answer() != SynapseTruth.Answer.UNKNOWN) {
        found.put(border, is);
      }
      return switch (is.answer()) {
        case FORWARD, REVERSE, EITHER -> true;
        case NONE, UNKNOWN -> false;
      };
    };
  }

  /// Features of contacts that continuity is told by.
  public static List<String> continuityNames() {
    return EvidenceFeatures.and(
        ContactFeatures.names(
            List.of(FeatureReader.RAW, FeatureReader.BOUNDARY), Textures.names()));
  }

  /// Features of contacts that synapses are told by.
  public static List<String> synapseNames() {
    return ContactFeatures.names(List.of(FeatureReader.RAW), Textures.names());
  }

  /// Features of segments that types are told by.
  ///
  /// @param synapses whether there is a classifier of synapses
  public static List<String> typeNames(boolean synapses) {
    return TypeFeatures.names(typeTextureNames()).stream()
        .filter(name -> synapses || !TypeFeatures.isSynaptic(name))
        .toList();
  }

  /// What tells types besides texture and shape; must not have learnt from the volume.
  ///
  /// @param continuity tells what belongs together
  /// @param synapse tells which side of a contact is presynaptic; empty = not told
  public record Surroundings(ClassifierModel continuity, Optional<ClassifierModel> synapse) {
    /// The features of contacts that they need.
    public List<String> contactNames() {
      Set<String> names = new LinkedHashSet<>(continuity.features());
      synapse.ifPresent(
          model -> {
            names.addAll(model.features());
            model.features().forEach(name -> names.add(ContactFeatures.swapped(name)));
          });
      return List.copyOf(names);
    }
  }

  /// The texture that features of types are made of.
  public static List<String> typeTextureNames() {
    return SegmentFeatures.names(List.of(FeatureReader.RAW), Textures.names());
  }

  /// The texture that some features of types are made of.
  public static List<String> typeTextureNames(List<String> names) {
    return TypeFeatures.textureOf(names);
  }

  /// Examples of continuity.
  ///
  /// @param names wanted features, in the order of the rows
  /// @throws BadInputException if no cells are known
  public void continuity(List<String> names, Taker taker) {
    truth.requireContinuity();
    Columns columns = Columns.of(names, contactNames);
    forEachContact(
        (border, row, block) -> {
          Piece piece = border.piece();
          if (isChosen(piece, truth, share)) {
            Origin origin = new Origin(block, 0, piece.areaUm2());
            truth
                .same(piece)
                .ifPresent(same -> taker.take(columns.of(row), same ? 1 : 0, 1, origin));
          }
        });
  }

  /// Examples of synapses.
  ///
  /// @param names wanted features, in the order of the rows
  /// @throws BadInputException if no synapses are known
  public void synapse(List<String> names, Taker taker) {
    truth.requireSynapses();
    Columns columns = Columns.of(names, contactNames);
    Columns swapped =
        Columns.of(names.stream().map(ContactFeatures::swapped).toList(), contactNames);
    forEachContact(
        (border, row, block) -> {
          SynapseTruth.Found is = synapses.getOrDefault(border, SynapseTruth.Found.UNKNOWN);
          if (is.answer() == SynapseTruth.Answer.UNKNOWN) {
            return;
          }
          boolean isSampled =
              is.answer() == SynapseTruth.Answer.NONE && !truth.isLabelled(border.piece());
          float weight = isSampled ? (float) (1 / share) : 1;
          boolean both = is.answer() == SynapseTruth.Answer.EITHER;
          int forward = both || is.answer() == SynapseTruth.Answer.FORWARD ? 1 : 0;
          int reverse = both || is.answer() == SynapseTruth.Answer.REVERSE ? 1 : 0;
          Origin origin = new Origin(block, is.synapse(), border.piece().areaUm2());
          taker.take(columns.of(row), forward, weight, origin);
          taker.take(swapped.of(row), reverse, weight, origin);
        });
  }

  /// A border piece with what is known of it.
  ///
  /// @param piece itself
  /// @param block number of the block it lies in, of one across a face that of the lower side
  /// @param across whether it lies between two blocks
  /// @param row features; empty if the piece is not classified
  /// @param same whether both sides are one cell; empty if that is not known
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bulk data, never compared
  public record KnownPiece(
      Piece piece, int block, boolean across, float[] row, Optional<Boolean> same) {}

  /// All border pieces, also those of which nothing is known, in the order of the tables.
  ///
  /// @param names wanted features, in the order of the rows
  public List<KnownPiece> pieces(List<String> names) {
    Columns columns = Columns.of(names, contactNames);
    List<Path> tables = known.segmentation().tables();
    List<List<KnownPiece>> ofBlocks = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      FeatureReader.Rows rows = blocks.get(b);
      int inside = TableFile.open(tables.get(b)).pieces();
      List<KnownPiece> block = new ArrayList<>();
      for (int i = 0; i < rows.borders().size(); i++) {
        Piece piece = rows.borders().get(i).piece();
        float[] row = rows.contacts().get(i);
        block.add(
            new KnownPiece(
                piece, b, i >= inside, row.length == 0 ? row : columns.of(row), truth.same(piece)));
      }
      ofBlocks.add(block);
    }
    return TableOrder.of(tables, ofBlocks);
  }

  /// What the examples are of.
  public KnownVolume known() {
    return known;
  }

  private interface EachContact {
    void contact(Border border, float[] row, int block);
  }

  private void forEachContact(EachContact each) {
    for (int b = 0; b < blocks.size(); b++) {
      FeatureReader.Rows rows = blocks.get(b);
      for (int i = 0; i < rows.contacts().size(); i++) {
        if (rows.contacts().get(i).length > 0) {
          each.contact(rows.borders().get(i), rows.contacts().get(i), b);
        }
      }
    }
  }

  /// Examples of types, of features of all contacts.
  ///
  /// @param names wanted features, in the order of the rows
  /// @param minVoxels smaller segments are left out
  /// @param surroundings models that have not learnt from this volume
  /// @throws BadInputException if no types are known
  public void type(List<String> names, long minVoxels, Surroundings surroundings, Taker taker) {
    if (known.types().isEmpty()) {
      throw new BadInputException("No types are known; give truthTypes in DATASET.yaml");
    }
    SegmentTruth truth = known.labelsOfSegments(known.types().get());
    List<float[]> texture = new ArrayList<>();
    List<Integer> blockOf = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      texture.addAll(blocks.get(b).segments());
      blockOf.addAll(Collections.nCopies(blocks.get(b).segments().size(), b));
    }
    List<Path> tables = known.segmentation().tables();
    TypeFeatures features =
        Classification.typeFeatures(
            known.volume(), tables, textureNames, texture, pieces(tables, surroundings));
    Columns columns = Columns.of(names, TypeFeatures.names(textureNames));
    for (int s = 0; s < features.size(); s++) {
      int type = KnownVolume.TYPE_CODES.indexOf(truth.of(features.segment(s).id()));
      if (type >= 0 && features.segment(s).voxels() >= minVoxels) {
        Origin origin = new Origin(blockOf.get(s), 0, features.segment(s).voxels());
        taker.take(columns.of(features.row(s)), type, 1, origin);
      }
    }
  }

  private PieceScores pieces(List<Path> tables, Surroundings models) {
    float[] none = new float[0];
    return new PieceScores(
        probabilities(tables, models.continuity(), models.continuity().features()),
        models.synapse().map(m -> probabilities(tables, m, m.features())).orElse(none),
        models
            .synapse()
            .map(
                m ->
                    probabilities(
                        tables, m, m.features().stream().map(ContactFeatures::swapped).toList()))
            .orElse(none));
  }

  /* Of each border piece, in the order of the tables. */
  private float[] probabilities(List<Path> tables, ClassifierModel model, List<String> features) {
    if (share < 1) {
      throw new IllegalArgumentException("The context of types needs all contacts");
    }
    Columns columns = Columns.of(features, contactNames);
    List<List<Float>> ofBlocks = new ArrayList<>();
    for (FeatureReader.Rows rows : blocks) {
      List<Float> block = new ArrayList<>(rows.contacts().size());
      float[] one = new float[1];
      for (float[] row : rows.contacts()) {
        one[0] = Float.NaN;
        if (row.length > 0) {
          model.probabilities(0, columns.of(row), 1, one);
        }
        block.add(one[0]);
      }
      ofBlocks.add(block);
    }
    List<Float> ordered = TableOrder.of(tables, ofBlocks);
    float[] out = new float[ordered.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = ordered.get(i);
    }
    return out;
  }

  private static boolean isChosen(Piece piece, ContactTruth truth, double share) {
    return truth.isLabelled(piece) || isChosen(piece, share);
  }

  /* By the ids alone, so that it does not matter what else is asked. */
  private static boolean isChosen(Piece piece, double share) {
    long mixed = (piece.lowId() * 0x9E3779B97F4A7C15L) ^ (piece.highId() * 0xC2B2AE3D27D4EB4FL);
    mixed = (mixed ^ (mixed >>> 29) ^ piece.number()) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 32;
    return (mixed >>> 11) * 0x1p-53 < share;
  }
}
