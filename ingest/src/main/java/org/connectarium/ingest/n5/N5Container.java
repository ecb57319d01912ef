package org.connectarium.ingest.n5;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectarium.ingest.file.WholeFile;
import org.connectarium.ingest.file.WholeFolder;
import org.connectarium.ingest.volume.BadInputException;
import org.connectarium.ingest.volume.DidYouMean;

/// An N5 container: a folder that holds groups and datasets, each a folder with `attributes.json`.
///
/// ```
///   N5Container container = N5Container.openOrCreate(Path.of("volumes.n5"));
///   N5Dataset raw = container.createDataset("raw", spec);
///   raw.writeBlock(bytes, 0, 0, 0);
/// ```
///
/// Paths inside the container are written with `/`; `""` and `"/"` are its root. Any number of
/// threads may use a container; of several processes only one may change the attributes of a group
/// at a time.
public final class N5Container {
  /// The lowest version whose rules the written containers follow, so that most programs read them.
  private static final String WRITTEN_VERSION = "2.0.0";

  private static final int NEWEST_MAJOR_VERSION = 4;
  private static final String VERSION = "n5";

  /// Attributes are read, merged and written: one thread at a time, over all containers.
  private static final Object ATTRIBUTES_LOCK = new Object();

  private final Path root;

  private N5Container(Path root) {
    this.root = root;
  }

  /// Opens a container that exists: a folder whose root names an N5 version or that holds at least
  /// one dataset.
  ///
  /// @throws BadInputException if there is none, or one of a newer major version
  public static N5Container open(Path root) {
    if (!Files.isDirectory(root)) {
      throw new BadInputException(
          "No N5 container at " + root + "; give the folder that holds attributes.json");
    }
    N5Container container = new N5Container(root);
    Object version = Attributes.read(root).get(VERSION);
    if (version != null) {
      container.checkVersion(String.valueOf(version));
    } else if (container.datasets().isEmpty()) {
      throw new BadInputException(root + " is no N5 container: no dataset and no version in it");
    }
    return container;
  }

  /// Opens a container, or makes an empty one where there is none.
  ///
  /// @throws BadInputException if it cannot be written, or the folder is in use for something else
  public static N5Container openOrCreate(Path root) {
    if (!Files.exists(root) || isEmptyFolder(root)) {
      N5Container created = new N5Container(root);
      Attributes.write(root, Map.of(VERSION, WRITTEN_VERSION));
      return created;
    }
    return open(root);
  }

  private static boolean isEmptyFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var children = Files.list(folder)) {
      // Hidden files are what a killed process may have left of its first attributes.json.
      return children.allMatch(child -> child.getFileName().toString().startsWith("."));
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + folder + ": " + WholeFile.reason(e), e);
    }
  }

  private void checkVersion(String version) {
    int dot = version.indexOf('.');
    String major = dot < 0 ? version : version.substring(0, dot);
    if (!major.matches("\\d{1,4}") || Integer.parseInt(major) > NEWEST_MAJOR_VERSION) {
      throw new BadInputException(
          root + " is of N5 version " + version + "; up to version 4 can be read");
    }
  }

  public Path root() {
    return root;
  }

  /// The paths of all datasets, sorted. Folders inside datasets are not searched.
  public List<String> datasets() {
    List<String> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes ignored) {
              if (!DatasetSpec.isDataset(Attributes.read(folder))) {
                return FileVisitResult.CONTINUE;
              }
              found.add(root.relativize(folder).toString().replace('\\', '/'));
              return FileVisitResult.SKIP_SUBTREE;
            }
          });
    } catch (IOException e) {
      throw new BadInputException("Cannot read " + root + ": " + WholeFile.reason(e), e);
    }
    Collections.sort(found);
    return found;
  }

  public boolean hasDataset(String path) {
    return DatasetSpec.isDataset(Attributes.read(folder(path)));
  }

  /// Opens a dataset.
  ///
  /// @throws BadInputException if there is no such dataset, or one that cannot be read
  public N5Dataset dataset(String path) {
    Path folder = folder(path);
    Map<String, Object> attributes = Attributes.read(folder);
    if (!DatasetSpec.isDataset(attributes)) {
      throw new BadInputException(
          "No dataset \"" + path + "\" in " + root + DidYouMean.hint(path, datasets()));
    }
    String where = folder.resolve(Attributes.FILE).toString();
    return new N5Dataset(normal(path), folder, DatasetSpec.fromJson(attributes, where));
  }

  /// Makes a dataset, or opens it if it is there with the same spec; other attributes of the folder
  /// stay.
  ///
  /// @throws BadInputException if it is there with another spec, lies inside another dataset, or
  /// cannot be written
  public N5Dataset createDataset(String path, DatasetSpec spec) {
    if (hasDataset(path)) {
      N5Dataset there = dataset(path);
      if (!there.spec().equals(spec)) {
        throw new BadInputException(
            "Dataset \""
                + path
                + "\" in "
                + root
                + " is there as "
                + there.spec()
                + ", not as "
                + spec
                + "; remove it or choose another name");
      }
      return there;
    }
    String normal = normal(path);
    for (int slash = normal.lastIndexOf('/');
        slash > 0;
        slash = normal.lastIndexOf('/', slash - 1)) {
      if (hasDataset(normal.substring(0, slash))) {
        throw new BadInputException(
            "Dataset \""
                + path
                + "\" would lie inside dataset \""
                + normal.substring(0, slash)
                + "\" of "
                + root
                + "; choose another name");
      }
    }
    merge(normal, spec.toJson());
    return new N5Dataset(normal, folder(normal), spec);
  }

  /// Removes a dataset or group with everything in it; nothing happens if there is none.
  public void removeDataset(String path) {
    Path folder = folder(path);
    if (folder.equals(root)) {
      throw new IllegalArgumentException("The root of " + root + " cannot be removed");
    }
    if (!Files.exists(folder)) {
      return;
    }
    try {
      // First the attributes: what a killed removal leaves is no dataset any more.
      Files.deleteIfExists(folder.resolve(Attributes.FILE));
      WholeFolder.remove(folder);
    } catch (IOException e) {
      throw new BadInputException("Cannot remove " + folder + ": " + WholeFile.reason(e), e);
    }
  }

  /// All attributes of a group or dataset; empty if there are none.
  public Map<String, Object> attributes(String groupOrDataset) {
    return Attributes.read(folder(groupOrDataset));
  }

  /// Adds attributes to a group or dataset, replaces those of the same name, keeps all others, in
  /// one step. A group that is not there is made.
  ///
  /// @throws IllegalArgumentException for names that the format itself uses
  public void putAttributes(String groupOrDataset, Map<String, Object> values) {
    for (String key : values.keySet()) {
      if (DatasetSpec.KEYS.contains(key) || key.equals(VERSION)) {
        throw new IllegalArgumentException("Attribute \"" + key + "\" belongs to the format");
      }
    }
    merge(groupOrDataset, values);
  }

  private void merge(String path, Map<String, Object> values) {
    Path folder = folder(path);
    synchronized (ATTRIBUTES_LOCK) {
      Map<String, Object> merged = new LinkedHashMap<>(Attributes.read(folder));
      merged.putAll(new TreeMap<>(values)); // the same bytes whatever order a map happens to have
      Attributes.write(folder, merged);
    }
  }

  private Path folder(String path) {
    String normal = normal(path);
    return normal.isEmpty() ? root : root.resolve(normal);
  }

  /// A path without leading, trailing and double slashes.
  private static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || part.equals(".") || part.indexOf('\0') >= 0) {
        throw new BadInputException(
            "\"" + path + "\" is no path inside a container; use names separated by /");
      }
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
