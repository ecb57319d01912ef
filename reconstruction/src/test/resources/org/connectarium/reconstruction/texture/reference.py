"""Writes reference.csv: the 51 texture channels by SciPy, scikit-image and NumPy in double precision.

python reference.py > reference.csv
"""

import numpy as np
import scipy
import skimage
from scipy import ndimage
from skimage.filters.rank import entropy

VOXEL = np.array([28, 11.24, 11.24])  # z, y, x in nm
S = 12 / VOXEL
HALF = np.ceil(2 * S).astype(int)
SHAPE = (18, 44, 46)
MARGIN = (6, 18, 18)

z, y, x = np.meshgrid(*map(np.arange, SHAPE), indexing="ij")
image = ((x * x + 3 * y * z + 5 * z) % 192 + (7 * x * y + 11 * y + 13 * z * x) % 64).astype(float)
core = tuple(slice(m, n - m) for m, n in zip(MARGIN, SHAPE))


def kernels(sigma, half):
    i = np.arange(-half, half + 1)
    g = np.exp(-(i**2) / (2 * sigma**2))
    g /= g.sum()
    return g, -g * i / sigma**2, g * (i**2 / sigma**2 - 1) / sigma**2


def derivative(volume, k, orders, widened=1):
    for axis, order in enumerate(orders):
        kernel = kernels(widened * k * S[axis], k * HALF[axis])[order]
        volume = ndimage.convolve1d(volume, kernel, axis, mode="mirror")
    return volume


def first(k):
    return [derivative(image, k, orders) for orders in ((1, 0, 0), (0, 1, 0), (0, 0, 1))]


def eigenvalues(parts):
    """Of rows zz, zy, zx, yy, yx, xx."""
    zz, zy, zx, yy, yx, xx = parts
    matrix = np.stack([zz, zy, zx, zy, yy, yx, zx, yx, xx], -1).reshape(*SHAPE, 3, 3)
    values = np.linalg.eigvalsh(matrix)
    values = np.take_along_axis(values, np.argsort(abs(values), -1), -1)
    return [values[..., i] for i in range(3)]


def structure(window, k):
    gradient = first(k)
    pairs = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
    return eigenvalues([derivative(gradient[a] * gradient[b], window, (0, 0, 0)) for a, b in pairs])


def second(k):
    return [
        derivative(image, k, orders)
        for orders in ((2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 2, 0), (0, 1, 1), (0, 0, 2))
    ]


def gaussian(k):
    return derivative(image, k, (0, 0, 0))


def box_sum(volume, edge):
    return ndimage.convolve(volume, np.ones((edge,) * 3), mode="mirror")


def sphere(radius):
    r = np.arange(-radius, radius + 1)
    inside = r[:, None, None] ** 2 * 4 + r[:, None] ** 2 + r**2 <= radius**2
    return ndimage.convolve(image, inside / inside.sum(), mode="mirror")


channels = [image]
for window, k in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 3)):
    channels += structure(window, k)
for k in (1, 2, 3, 4):
    channels += eigenvalues(second(k))
channels += [gaussian(k) for k in (1, 2, 3)]
for k, factor in ((1, 1.5), (1, 2), (2, 1.5), (2, 2), (3, 1.5)):
    channels.append(gaussian(k) - derivative(image, k, (0, 0, 0), factor))
for k in (1, 2, 3, 4):
    parts = second(k)
    channels.append(parts[0] + parts[3] + parts[5])
for k in (1, 2, 3, 4, 5):
    channels.append(np.sqrt(sum(part**2 for part in first(k))))
channels.append(ndimage.generic_filter(image, np.std, 5, mode="mirror", extra_keywords={"ddof": 1}))
for edge in (3, 5):
    grey = image / 255
    channels.append(box_sum(grey**2, edge) - box_sum(grey, edge) ** 2)
channels.append(entropy(image.astype(np.uint8), np.ones((5, 5, 5), np.uint8)))
channels += [sphere(3), sphere(6)]
assert len(channels) == 51

print(f"# SciPy {scipy.__version__}, scikit-image {skimage.__version__}, NumPy {np.__version__}")
print(f"# volume {SHAPE} (z, y, x), margin {MARGIN}, voxels of {tuple(map(float, VOXEL))} nm (z, y, x)")
print("# channel, standard deviation over the core, values at every seventh voxel of the core")
for number, channel in enumerate(channels):
    values = channel[core].ravel()
    print(",".join([str(number), f"{values.std():.9g}"] + [f"{value:.9g}" for value in values[::7]]))
