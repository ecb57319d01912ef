"""Inputs and expected results of the statistics, by NumPy and SciPy.

    python statistics_reference.py > ../resources/org/connectarium/analysis/statistics-reference.txt

One line per array: a name and its numbers. The tests read the recorded file, and where there is a
Python with SciPy they also check that it still prints the same.
"""

import numpy as np
from scipy import optimize, special, stats


def show(name, *values):
    numbers = np.concatenate([np.ravel(np.asarray(v, dtype=float)) for v in values])
    print(name, " ".join(repr(float(v)) for v in numbers))


rng = np.random.default_rng(7)

# two samples, one-sided
x = np.round(rng.normal(0.0, 1.0, 40), 6)
y = np.round(rng.normal(0.4, 1.2, 55), 6)
show("ks.x", x)
show("ks.y", y)
for sizes, a, b in (("40-55", x, y), ("40-40", x, y[:40])):
    r = stats.ks_2samp(a, b, alternative="greater", method="exact")
    show("ks." + sizes, r.statistic, r.pvalue)

# false discovery
p = np.round(np.concatenate([rng.random(20), rng.random(10) * 0.02]), 8)
show("fdr.p", p)
show("fdr.bh", stats.false_discovery_control(p))

# a line
lx = np.round(rng.random(25) * 10, 6)
ly = np.round(0.3 * lx + rng.normal(0, 1, 25), 6)
show("line.x", lx)
show("line.y", ly)
line = stats.linregress(lx, ly)
t = stats.t(23).ppf(0.975)
rank = stats.spearmanr(lx, ly)
show("line", line.intercept, line.slope, line.stderr, line.slope - t * line.stderr,
     line.slope + t * line.stderr, line.rvalue ** 2, line.pvalue, rank.statistic, rank.pvalue)

# tails of counts, P(K >= k)
show("tail.binomial", [stats.binom(20, 0.1).sf(k - 1) for k in range(21)])
show("tail.poisson", [stats.poisson(2.0).sf(k - 1) for k in range(21)])
show("tail.betabinomial", [stats.betabinom(20, 0.7, 3.1).sf(k - 1) for k in range(21)])

# first-hit rate with the profile of its likelihood
n = rng.integers(10, 60, 80)
k = rng.binomial(n, 0.03)
show("firsthit.n", n)
show("firsthit.k", k)


def first_hit(q):
    miss = k == 0
    return np.sum(n[miss]) * np.log1p(-q) + np.sum(np.log(-np.expm1(n[~miss] * np.log1p(-q))))


best = optimize.minimize_scalar(lambda q: -first_hit(q), bounds=(1e-6, 0.5), method="bounded",
                                options={"xatol": 1e-12})
drop = lambda q: first_hit(q) - first_hit(best.x) + stats.chi2(1).ppf(0.95) / 2
show("firsthit", best.x, optimize.brentq(drop, 1e-6, best.x), optimize.brentq(drop, best.x, 0.5))

# Dirichlet-multinomial by direct maximisation
shares = rng.dirichlet([0.8, 2.0, 5.0], 60)
rows = np.array([rng.multinomial(m, s) for m, s in zip(rng.integers(10, 50, 60), shares)])
show("dirichlet.rows", rows)


def dirichlet(log_alpha):
    a = np.exp(log_alpha)
    return -np.sum(special.gammaln(a.sum()) - special.gammaln(rows.sum(1) + a.sum())
                   + np.sum(special.gammaln(rows + a) - special.gammaln(a), axis=1))


fit = optimize.minimize(dirichlet, np.zeros(3), method="BFGS", options={"gtol": 1e-8})
pooled = rows.sum(0) / rows.sum()
show("dirichlet", np.exp(fit.x), -fit.fun, np.sum(rows.sum(0) * np.log(pooled)))

# ratio a / (a + b) of three-way multinomial draws, tails by enumeration
m, pa, pb = 14, 0.25, 0.35
seen = {}
for a in range(m + 1):
    for b in range(m + 1 - a):
        w = stats.multinomial.pmf([a, b, m - a - b], m, [pa, pb, 1 - pa - pb])
        seen[(a, b)] = w
for a0, b0 in ((5, 1), (0, 4), (2, 6)):
    r0 = a0 / (a0 + b0)
    ratio = {ab: (ab[0] / sum(ab) if sum(ab) else 0.0) for ab in seen}
    show("ratio.%d.%d" % (a0, b0), sum(w for ab, w in seen.items() if ratio[ab] <= r0 + 1e-12),
         sum(w for ab, w in seen.items() if ratio[ab] >= r0 - 1e-12))
bins = np.zeros(5)
for ab, w in seen.items():
    bins[min(4, int((ab[0] / sum(ab) if sum(ab) else 0.0) * 5))] += w
show("ratio.histogram", bins)

# plane and line of cells
cell = rng.random((3, 30)) * 80
value = 0.2 + 0.002 * cell[0] + 0.001 * cell[1] - 0.0015 * cell[2] + rng.normal(0, 0.02, 30)
show("cells.x", cell[0])
show("cells.y", cell[1])
show("cells.z", cell[2])
show("cells.ratio", value)
design = np.column_stack([np.ones(30), cell[1], cell[2]])
plane = np.linalg.lstsq(design, value - value.mean(), rcond=None)[0]
line = stats.linregress(cell[0], value - design @ plane)
show("cells", plane, line.intercept, line.slope, line.pvalue)
direction = rng.uniform(-1, 1, 60)
share = 0.3 + 0.1 * direction + rng.normal(0, 0.08, 60)
show("direction.x", direction)
show("direction.ratio", share)
show("direction", stats.ttest_ind(share[direction < -0.5], share[direction > 0.5]).pvalue)

# multinomial logistic model of availabilities by direct maximisation
geo = np.random.default_rng(11)
a3 = geo.dirichlet([2.0, 3.0, 5.0], 80)
logits = np.column_stack([0.5 + 3 * a3[:, 0], -1 + 4 * a3[:, 1], np.zeros(80)])
n3 = geo.integers(10, 40, 80)
k3 = np.array([geo.multinomial(m, np.exp(l) / np.exp(l).sum()) for m, l in zip(n3, logits)])
show("logit.available", a3)
show("logit.counts", k3)


def softmax(theta):
    z = np.column_stack([np.column_stack([np.ones(80), a3[:, :2]]) @ theta.reshape(2, 3).T, np.zeros(80)])
    return np.exp(z - special.logsumexp(z, axis=1, keepdims=True))


fit = optimize.minimize(lambda t: -np.sum(k3 * np.log(softmax(t))), np.zeros(6), method="BFGS", options={"gtol": 1e-9})
shares3 = k3 / n3[:, None]
res, var = (shares3 - softmax(fit.x)) ** 2, (shares3 - shares3.mean(0)) ** 2
beta = a3 * (1 - a3) / n3[:, None]
show("logit.fitted", softmax(fit.x)[:5])
show("logit.r2", 1 - res.sum(0) / var.sum(0), 1 - res.sum() / var.sum())
show("logit.corrected", 1 - (res - beta).sum(0) / (var - beta).sum(0), 1 - (res - beta).sum() / (var - beta).sum())

# areas within distances of blocks, by the distance transform
from scipy import ndimage  # noqa: E402

shape = (7, 12, 70)  # z, y, x
area = np.round(geo.random((2,) + shape), 3)
here = np.zeros(shape, dtype=bool)
for step in range(30):
    here[2 + step // 12, 3 + step // 8, 5 + 2 * step] = True
far = ndimage.distance_transform_edt(~here, sampling=(0.448, 0.36, 0.36))
show("reach.area", area)
show("reach.blocks", np.argwhere(here))
show("reach.within", [[area[c][far <= r + 1e-9].sum() for c in range(2)] for r in (0, 0.36, 0.72, 1, 2.5, 30)])

# log-normal mixture of two by direct maximisation, and of one
logs = np.concatenate([rng.normal(-0.909, 0.207, 210), rng.normal(-0.484, 0.215, 190)])
show("mixture.log10", logs)


def mixture(theta):
    w = 1 / (1 + np.exp(-theta[0]))
    return -np.sum(np.log(w * stats.norm.pdf(logs, theta[1], np.exp(theta[2]))
                          + (1 - w) * stats.norm.pdf(logs, theta[3], np.exp(theta[4]))))


fit = optimize.minimize(mixture, [0, -0.9, np.log(0.2), -0.5, np.log(0.2)], method="Nelder-Mead",
                        options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 20000, "maxfev": 20000})
w = 1 / (1 + np.exp(-fit.x[0]))
show("mixture.two", w, fit.x[1], np.exp(fit.x[2]), 1 - w, fit.x[3], np.exp(fit.x[4]), -fit.fun)
show("mixture.one", logs.mean(), logs.std(), np.sum(stats.norm.logpdf(logs, logs.mean(), logs.std())))

# kernel density on a map with bandwidths by diffusion (Botev, Grotowski, Kroese 2010)
from scipy import fft  # noqa: E402

size = 32
points = np.column_stack([np.abs(rng.normal(0, 0.4, 400)), rng.normal(-0.6, 0.25, 400)])
first = 10 ** points[:, 1] * (1 + points[:, 0] / np.sqrt(2))
second = 10 ** points[:, 1] * (1 - points[:, 0] / np.sqrt(2))
keep = (second > 0)
show("map.pairs", np.column_stack([first[keep], second[keep]]))
cv = np.sqrt(2) * np.abs(first - second)[keep] / (first + second)[keep]
y = np.log10((first + second)[keep] / 2)
hist = np.histogram2d(y, cv, bins=size, range=[[-1.5, 0.5], [0, 1.5]])[0] / len(cv)
a2 = (fft.dctn(hist, type=2) * np.where(np.arange(size) == 0, 0.5, 1)[:, None]
      * np.where(np.arange(size) == 0, 0.5, 1)[None, :]) ** 2
k2 = np.arange(size, dtype=float) ** 2


def psi(i, j, t):
    wt = np.exp(-k2 * np.pi ** 2 * t) * np.where(np.arange(size) == 0, 1, 0.5)
    return (-1) ** (i + j) * ((wt * k2 ** j) @ a2 @ (wt * k2 ** i)) * np.pi ** (2 * (i + j))


def functional(i, j, t):
    if i + j > 4:
        return psi(i, j, t)
    total = functional(i + 1, j, t) + functional(i, j + 1, t)
    odd = lambda s: (-1) ** s * np.prod(np.arange(1, 2 * s, 2, dtype=float)) / np.sqrt(2 * np.pi)
    c = (1 + 2.0 ** -(i + j + 1)) / 3
    return psi(i, j, (-2 * c * odd(i) * odd(j) / len(cv) / total) ** (1 / (2 + i + j)))


def step(t):
    total = functional(0, 2, t) + functional(2, 0, t) + 2 * functional(1, 1, t)
    return t - (2 * np.pi * len(cv) * total) ** (-1 / 3)


t = optimize.brentq(step, 1e-7, 0.1, xtol=1e-14)
p02, p20, p11 = functional(0, 2, t), functional(2, 0, t), functional(1, 1, t)
root = p11 + np.sqrt(p20 * p02)
ty = (p02 ** 0.75 / (4 * np.pi * len(cv) * p20 ** 0.75 * root)) ** (1 / 3)
tx = (p20 ** 0.75 / (4 * np.pi * len(cv) * p02 ** 0.75 * root)) ** (1 / 3)
smooth = fft.idctn(fft.dctn(hist, type=2) * np.exp(-k2 * np.pi ** 2 * ty / 2)[:, None]
                   * np.exp(-k2 * np.pi ** 2 * tx / 2)[None, :], type=2)
show("map.bandwidth", np.sqrt(tx) * 1.5, np.sqrt(ty) * 2)
show("map.density", smooth)
