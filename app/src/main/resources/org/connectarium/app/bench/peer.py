"""Times a program of others on arrays that the benchmark wrote. Prints one line of JSON.

peer.py watershed RELIEF SIZE   8-bit voxels, x fastest, a cube of SIZE voxels an edge
peer.py contacts LABELS SIZE    32-bit labels; also face-contacts, components-26, components-6
peer.py affinity BOUNDARY SIZE  three channels of 8-bit boundary: watershed, region graph, merges
peer.py descent BOUNDARY SIZE   the same, watershed alone
peer.py distance LABELS SIZE    32-bit labels of 32 x 32 x 40 nm
peer.py skeletons LABELS SIZE   the same
peer.py classify ROWS COUNT     rows of 300 features, 32-bit floats
peer.py pooling VALUES COUNT LISTS SCALE     32-bit values; indices of seven sub-volumes of COUNT contacts
                                each; the time is multiplied by SCALE
peer.py texture-WHAT IMAGE SIZE NM_Z NM_XY   32-bit grey values: WHAT is textures (all 51 channels),
                                gaussian, hessian, structure or entropy
"""

import json
import os
import resource
import sys
import time

import numpy as np

task, file, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
shape = (size, size, size)
DEPTH = 4  # as SegmentWorkload.RIDGE
if task == "watershed":
    import skimage
    from skimage.measure import label
    from skimage.morphology import h_minima
    from skimage.segmentation import watershed

    relief = np.fromfile(file, np.uint8).reshape(shape)
    around = np.ones((3, 3, 3))
    begin = time.perf_counter()
    markers = label(h_minima(relief, DEPTH, around), connectivity=3)
    # with watershed_line=True version 0.26 takes memory without end on such a relief
    labels = watershed(relief, markers, connectivity=3)
    seconds = time.perf_counter() - begin
    name = "scikit-image " + skimage.__version__
    note = (
        f"minima deeper than {DEPTH}, 26 neighbours, without ridge, small segments stay: "
        f"{labels.max()} segments"
    )
elif task in ("affinity", "descent"):
    import waterz

    boundary = np.fromfile(file, np.uint8).reshape((3,) + shape)
    affinity = 1 - boundary.astype(np.float32) / 255
    limits = {"aff_threshold_low": 0.1, "aff_threshold_high": 0.9999}

    def timed(threshold, **options):
        """Processor seconds and segments; the generator must run to its end."""
        begin = time.process_time()
        for segments in waterz.agglomerate(affinity, [threshold], discretize_queue=256, **limits, **options):
            count = len(np.unique(segments))
            labels = segments.copy()
        return time.process_time() - begin, count, labels

    name = "waterz " + waterz.version if isinstance(waterz.version, str) else "waterz"
    if task == "affinity":
        seconds, count, _ = timed(0.9)
        note = f"mean affinity, merged down to an affinity of 0.1, 256 bins, processor time: {count} segments"
    else:
        all_seconds, count, labels = timed(0.0)
        graph_seconds, _, _ = timed(0.0, fragments=labels)
        seconds = all_seconds - graph_seconds
        note = f"with less without watershed, processor time: {count} segments"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    note += f", {peak / boundary[0].size:.0f} bytes resident a voxel at most"
elif task in ("distance", "skeletons"):
    from importlib.metadata import version

    labels = np.fromfile(file, np.uint32).reshape(shape)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.process_time()
    if task == "distance":
        import edt

        deepest = edt.edt(labels, anisotropy=(40, 32, 32), black_border=True, parallel=1).max()
        name = "edt " + version("edt")
        note = f"deepest voxel at {deepest:.1f} nm"
    else:
        import kimimaro

        trees = kimimaro.skeletonize(
            labels,
            teasar_params={"scale": 1.5, "const": 300, "soma_acceptance_threshold": 1e12,
                           "soma_detection_threshold": 1e12},
            anisotropy=(40, 32, 32), dust_threshold=1000, fix_branching=False, progress=False,
            parallel=1)
        name = "kimimaro " + version("kimimaro")
        note = f"{len(trees)} skeletons, without fix_branching, which doubles its time"
    seconds = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    note += f"; processor time, {memory // 1024} MiB beside the input"
elif task == "classify":
    import xgboost

    rows = np.fromfile(file, np.float32).reshape(size, 300)
    labels = (rows[:4000] ** 2 @ (np.arange(300) % 7 - 3) > 30).astype(np.float32)
    model = xgboost.train(
        {"objective": "binary:logistic", "max_depth": 5, "eta": 0.05, "subsample": 0.5,
         "colsample_bytree": 0.1, "tree_method": "hist", "nthread": 1},
        xgboost.DMatrix(rows[:4000], labels), 400)
    begin = time.process_time()
    model.inplace_predict(rows, predict_type="margin")
    seconds = time.process_time() - begin
    name = "XGBoost " + xgboost.__version__
    note = "400 trees of depth 5 of its own on the same rows, one thread, processor time"
elif task == "pooling":
    from importlib.metadata import version

    values = np.fromfile(file, np.float32)
    lists = np.fromfile(sys.argv[4], np.int32)
    parts, at = [], 0
    for _ in range(7 * size):
        parts.append(lists[at + 1 : at + 1 + lists[at]])
        at += 1 + lists[at]
    out = np.empty((len(parts), 9))
    begin = time.process_time()
    for i, part in enumerate(parts):
        v = values[part].astype(np.float64)
        if len(v) < 2:
            out[i] = 0
            continue
        out[i, :3] = np.percentile(v, (25, 50, 75), method="inverted_cdf")
        d = v - v.mean()
        d2 = d * d
        m2 = d2.mean()
        out[i, 3:7] = v.min(), v.max(), v.mean(), m2 * len(v) / (len(v) - 1)
        out[i, 7:] = (d2 * d).mean() / m2**1.5, (d2 * d2).mean() / m2**2
    seconds = (time.process_time() - begin) * float(sys.argv[5])
    name = "NumPy " + version("numpy")
    note = (
        f"one channel of {size} contacts, scaled to all, one thread, processor time; "
        f"mean of medians {out[:, 1].mean():.4f}"
    )
elif task.startswith("texture-"):
    import scipy
    import skimage
    from scipy import ndimage
    from skimage.filters.rank import entropy

    image = np.fromfile(file, np.float32).reshape(shape)
    s = 12 / np.array([float(sys.argv[4]), float(sys.argv[5]), float(sys.argv[5])])
    half = np.ceil(2 * s - 1e-9).astype(int)

    def gauss(volume, k, order=(0, 0, 0), widened=1):
        """A Gaussian or a derivative of it, as far as FocusEM samples it."""
        return ndimage.gaussian_filter(
            volume, widened * k * s, order, mode="mirror", radius=tuple(k * half))

    def eigenvalues(zz, zy, zx, yy, yx, xx):
        matrix = np.stack([zz, zy, zx, zy, yy, yx, zx, yx, xx], -1).reshape(*shape, 3, 3)
        values = np.linalg.eigvalsh(matrix)
        return np.take_along_axis(values, np.argsort(np.abs(values), -1), -1)

    def gradient(k):
        return [gauss(image, k, order) for order in ((1, 0, 0), (0, 1, 0), (0, 0, 1))]

    def structure(window, k):
        g = gradient(k)
        pairs = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
        return eigenvalues(*(gauss(g[a] * g[b], window) for a, b in pairs))

    def second(k):
        orders = ((2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 2, 0), (0, 1, 1), (0, 0, 2))
        return [gauss(image, k, order) for order in orders]

    def local_entropy():
        return entropy(image.astype(np.uint8), np.ones((5, 5, 5), np.uint8))

    def box(volume, edge):
        return ndimage.uniform_filter(volume, edge, mode="mirror") * edge**3

    def sphere(radius):
        r = np.arange(-radius, radius + 1)
        inside = r[:, None, None] ** 2 + r[:, None] ** 2 + r**2 <= radius**2
        return ndimage.convolve(image, (inside / inside.sum()).astype(np.float32), mode="mirror")

    def textures():
        for window, k in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 3)):
            structure(window, k)
        for k in (1, 2, 3, 4):
            parts = second(k)
            eigenvalues(*parts)
            parts[0] + parts[3] + parts[5]
        smooth = {k: gauss(image, k) for k in (1, 2, 3)}
        for k, factor in ((1, 1.5), (1, 2), (2, 1.5), (2, 2), (3, 1.5)):
            smooth[k] - gauss(image, k, widened=factor)
        for k in (1, 2, 3, 4, 5):
            np.sqrt(sum(part**2 for part in gradient(k)))
        grey = image.astype(np.float64)
        sums = {edge: (box(grey, edge), box(grey**2, edge)) for edge in (3, 5)}
        np.sqrt((sums[5][1] - sums[5][0] ** 2 / 125) / 124)
        for total, squares in sums.values():
            (squares - total**2) / 255**2
        local_entropy()
        sphere(3)
        sphere(6)

    work = {
        "texture-textures": textures,
        "texture-gaussian": lambda: gauss(image, 3),
        "texture-hessian": lambda: eigenvalues(*second(1)),
        "texture-structure": lambda: structure(1, 1),
        "texture-entropy": local_entropy,
    }[task]
    begin = time.process_time()
    work()
    seconds = time.process_time() - begin
    name = f"SciPy {scipy.__version__}, scikit-image {skimage.__version__}"
    note = "processor time; ndimage.gaussian_filter, numpy.linalg.eigvalsh, rank.entropy"
else:
    import cc3d
    from importlib.metadata import version

    labels = np.fromfile(file, np.uint32).reshape(shape)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    processor = time.process_time()
    if task.startswith("components-"):
        neighbours = int(task.removeprefix("components-"))
        count = cc3d.connected_components(labels, connectivity=neighbours, return_N=True)[1]
        note = f"{count} components"
    else:
        areas = cc3d.contacts(labels, connectivity=6 if task == "face-contacts" else 26)
        note = f"contact areas of touching pairs only, no pieces, no evidence: {len(areas)} pairs"
    processor = time.process_time() - processor
    seconds = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    note += f"; {processor:.3f} s of processor time, {memory // 1024} MiB beside the input"
    name = "connected-components-3d " + version("connected-components-3d")
print(json.dumps({"name": name, "seconds": seconds, "note": note}), flush=True)
# programs in C++ may have lines left to print, and ours shall be the last
os._exit(0)
