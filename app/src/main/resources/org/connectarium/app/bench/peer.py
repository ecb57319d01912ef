"""Times a program of others on arrays that the benchmark wrote. Prints one line of JSON.

peer.py watershed RELIEF SIZE   8-bit voxels, x fastest, a cube of SIZE voxels an edge
peer.py contacts LABELS SIZE    32-bit labels; also face-contacts, components-26, components-6
peer.py affinity BOUNDARY SIZE  three channels of 8-bit boundary: watershed, region graph, merges
peer.py descent BOUNDARY SIZE   the same, watershed alone
peer.py distance LABELS SIZE    32-bit labels of 32 x 32 x 40 nm
peer.py skeletons LABELS SIZE   the same
peer.py classify ROWS COUNT     rows of 300 features, 32-bit floats
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
