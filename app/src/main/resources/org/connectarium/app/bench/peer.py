"""Times a program of others on arrays that the benchmark wrote. Prints one line of JSON.

peer.py watershed RELIEF SIZE   8-bit voxels, x fastest, a cube of SIZE voxels an edge
peer.py contacts LABELS SIZE    32-bit labels; also face-contacts, components-26, components-6
"""

import json
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
print(json.dumps({"name": name, "seconds": seconds, "note": note}))
