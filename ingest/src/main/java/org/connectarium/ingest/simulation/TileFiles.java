package org.connectarium.ingest.simulation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.microscope.Micrograph;
import org.connectarium.ingest.microscope.Microscope;
import org.connectarium.ingest.microscope.Tile;
import org.connectarium.ingest.microscope.TileParameters;
import org.connectarium.ingest.volume.Box;
import org.connectarium.ingest.volume.VoxelSize;

/// The tiles of all sections as PNG files, and where each of them truly lies.
final class TileFiles {
  private final Path folder;
  private final Microscope microscope;
  private final TileParameters parameters;
  private final Box volume;

  TileFiles(Path folder, Microscope microscope, TileParameters parameters, Box volume) {
    this.folder = folder;
    this.microscope = microscope;
    this.parameters = parameters;
    this.volume = volume;
  }

  /// Whether all tiles of a section are there.
  boolean has(long section) {
    return tiles(section).stream().allMatch(tile -> Files.isRegularFile(file(tile)));
  }

  /// Writes the tiles of a section that are not there yet, a row of tiles at a time.
  void write(long section) {
    Map<Integer, List<Tile>> missing =
        tiles(section).stream()
            .filter(tile -> !Files.isRegularFile(file(tile)))
            .collect(Collectors.groupingBy(Tile::row));
    for (List<Tile> row : missing.values()) {
      List<Micrograph> images = microscope.images(row, parameters);
      for (int i = 0; i < row.size(); i++) {
        WholeFile.write(file(row.get(i)), ByteBuffer.wrap(png(images.get(i).grey())));
      }
    }
  }

  private List<Tile> tiles(long section) {
    return microscope.tiles(parameters, section, volume.sizeX(), volume.sizeY());
  }

  private Path file(Tile tile) {
    return folder.resolve(name(tile));
  }

  private static String name(Tile tile) {
    return "section-%05d/row-%02d-column-%02d.png"
        .formatted(tile.section(), tile.row(), tile.column());
  }

  private byte[] png(byte[] grey) {
    BufferedImage image =
        new BufferedImage(
            parameters.widthPixels(), parameters.heightPixels(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(grey, 0, pixels, 0, grey.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Writes `tiles.json`.
  void writePositions(VoxelSize voxelSize) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (long z = volume.z0(); z < volume.z1(); z++) {
      for (Tile tile : tiles(z)) {
        all.add(position(tile, voxelSize));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("voxelSizeNm", List.of(voxelSize.xNm(), voxelSize.yNm(), voxelSize.zNm()));
    json.put("widthPixels", parameters.widthPixels());
    json.put("heightPixels", parameters.heightPixels());
    json.put("overlapPixels", parameters.overlapPixels());
    json.put("tiles", all);
    JsonFile.write(folder.resolve("tiles.json"), json);
  }

  private static Map<String, Object> position(Tile tile, VoxelSize voxelSize) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", name(tile));
    json.put("section", tile.section());
    json.put("row", tile.row());
    json.put("column", tile.column());
    json.put("nominalXPixels", tile.nominalX());
    json.put("nominalYPixels", tile.nominalY());
    json.put("xPixels", tile.box().x0());
    json.put("yPixels", tile.box().y0());
    json.put("xNm", tile.box().x0() * voxelSize.xNm());
    json.put("yNm", tile.box().y0() * voxelSize.yNm());
    json.put("zNm", tile.section() * voxelSize.zNm());
    return json;
  }
}
