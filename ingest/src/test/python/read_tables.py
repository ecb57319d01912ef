"""Reads the tables that we wrote: prints one line for each value of each file of a folder."""

import sys
from pathlib import Path

import pandas as pd

READERS = {
    ".csv": pd.read_csv,
    ".tsv": lambda file: pd.read_csv(file, sep="\t"),
    ".parquet": pd.read_parquet,
    ".arrow": pd.read_feather,
    ".feather": pd.read_feather,
}
for file in sorted(Path(sys.argv[1]).iterdir()):
    frame = READERS[file.suffix](file)
    print(file.name, "rows", len(frame))
    for name in frame.columns:
        # the sum says whether all rows came, also those after the first batch
        column = frame[name]
        total = column.sum() if column.dtype.kind in "if" else column.dropna().astype(str).str.len().sum()
        print(file.name, name, column.isna().sum(), f"{total:.3f}", repr(str(column.dropna().iloc[-1])))
