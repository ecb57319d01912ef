"""Writes tables of a made-up piece of cortex in which it is known what is to be found:

    python make_planted.py FOLDER

Import them with planted.yaml, which lies beside this file. What is planted:

- of 90 excitatory axons 20 are specific for apical dendrites (60 % of their synapses), of 30 inhibitory ones 15 for somata (70 %);
  the others take targets as they come: 15 % apical dendrites, 7 % somata, the rest other dendrites;
- axons reach 15 µm (standard deviation) around their middle, so what lies near is innervated more;
- sizes of synapses are log-normal (mean -0.6, standard deviation 0.3 of log10 µm²); 40 % of the connections have synapses that share one
  size but for a spread of 0.05, the others are independent.
"""

import csv
import sys
from pathlib import Path

import numpy as np

EDGE_NM = 60_000
REACH_NM = 15_000
TARGETS = [("Soma", 12), ("ApicalDendrite", 20), ("OtherDendrite", 100)]
BY_CHANCE = {"Soma": 0.07, "ApicalDendrite": 0.15, "OtherDendrite": 0.78}

random = np.random.default_rng(20190101)
folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)

neurons = []
places = {}
for name, count in TARGETS:
    for _ in range(count):
        places.setdefault(name, []).append((1000 + len(neurons), random.uniform(0, EDGE_NM, 3)))
        neurons.append((1000 + len(neurons), name))
axons = [(1 + i, "Excitatory" if i < 90 else "Inhibitory") for i in range(120)]
neurons += axons

synapses = []
for axon, kind in axons:
    middle = random.uniform(0, EDGE_NM, 3)
    shares = dict(BY_CHANCE)
    number = axon - 1
    if number < 20:
        shares = {"Soma": 0.04, "ApicalDendrite": 0.6, "OtherDendrite": 0.36}
    elif 90 <= number < 105:
        shares = {"Soma": 0.7, "ApicalDendrite": 0.05, "OtherDendrite": 0.25}
    targets = random.choice(list(shares), size=random.integers(20, 40), p=list(shares.values()))
    chosen = []
    for target in targets:
        ids, at = zip(*places[target])
        near = np.exp(-np.sum((np.array(at) - middle) ** 2, axis=1) / (2 * REACH_NM**2)) + 1e-9
        chosen.append((target, int(random.choice(len(ids), p=near / near.sum()))))
    sizes = {}
    for target, index in chosen:
        neuron, at = places[target][index]
        if neuron not in sizes:
            sizes[neuron] = (random.normal(-0.6, 0.3), random.random() < 0.4)
            log_size = sizes[neuron][0]
        elif sizes[neuron][1]:
            log_size = sizes[neuron][0] + random.normal(0, 0.05)
        else:
            log_size = random.normal(-0.6, 0.3)
        where = at + random.normal(0, 3_000, 3)
        synapses.append((len(synapses) + 1, axon, neuron, f"{10**log_size:.5f}", *(f"{v:.0f}" for v in where)))

for name, header, rows in [
    ("neurons.csv", ["id", "class"], neurons),
    ("synapses.csv", ["id", "pre", "post", "asi_um2", "x_nm", "y_nm", "z_nm"], synapses),
]:
    with open(folder / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
print(f"{len(neurons)} neurons, {len(synapses)} synapses")
