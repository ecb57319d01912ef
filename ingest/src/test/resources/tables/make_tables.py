"""Writes the tables of this folder: python make_tables.py FOLDER"""

import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

folder = Path(sys.argv[1])
table = pa.table(
    {
        "id": pa.array([720575940379283840, -1, 9223372036854775807, None], pa.int64()),
        "unsigned": pa.array([18446744073709551615, 0, None, 7], pa.uint64()),
        "small": pa.array([-128, 127, 0, None], pa.int8()),
        "byte": pa.array([255, 0, 1, None], pa.uint8()),
        "word": pa.array([65535, 65, 1, None], pa.uint16()),
        "int": pa.array([4294967295, 0, 1, None], pa.uint32()),
        "float_id": pa.array([17.0, 1e300, float("nan"), None], pa.float64()),
        "single": pa.array([0.1, -2.5, float("inf"), None], pa.float32()),
        "name": pa.array(["axon", "Neurit – β", "", None], pa.string()),
        "large": pa.array(["a", " b ", "c,d", None], pa.large_string()),
        "class": pa.array(["spine", "shaft", "spine", None]).dictionary_encode(),
        "proofread": pa.array([True, False, True, None], pa.bool_()),
        "bytes": pa.array([b"raw", b"", b"x", None], pa.binary()),
        "position": pa.array([[1, 2, 3], [], None, [4]], pa.list_(pa.int32())),
        "box": pa.array([{"a": 1}, None, {"a": None}, {"a": 2}], pa.struct([("a", pa.int64())])),
        "nothing": pa.nulls(4),
    }
)
pq.write_table(table, folder / "snappy.parquet", compression="snappy")
pq.write_table(table, folder / "zstd.parquet", compression="zstd", data_page_version="2.0", row_group_size=2)
pq.write_table(table, folder / "gzip.parquet", compression="gzip", use_dictionary=False)
feather.write_feather(table, folder / "lz4.feather", compression="lz4")
with pa.OSFile(str(folder / "zstd.arrow"), "wb") as sink:
    with pa.ipc.new_file(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
        writer.write_table(table, max_chunksize=2)
with pa.OSFile(str(folder / "stream.arrow"), "wb") as sink:
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
# what most people do
frame = pd.DataFrame({"pre": [1, 2], "post": [2, 3], "side": pd.Categorical(["left", None])}, index=[10, 11])
frame.to_parquet(folder / "pandas.parquet")
frame.reset_index(drop=True).to_feather(folder / "pandas.feather")
