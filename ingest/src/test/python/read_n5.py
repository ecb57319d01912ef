"""Reads the datasets of an N5 container with readers that are not ours and checks every voxel.

Usage: python read_n5.py CONTAINER

Every dataset in the container is 5 x 7 x 11 (x, y, z) and holds, at (x, y, z), the value
1 + x + 10 y + 100 z (modulo the range of its type). Prints one line per dataset and reader.

Needs tensorstore, zarr<3, numcodecs<0.16, numpy. TensorStore reads raw, gzip, zlib and zstd; zarr's N5FSStore/N5Store
reads raw and gzip. Neither knows N5's LZ4 frames, so their few header bytes are taken apart here
and the payload is decompressed by numcodecs.
"""

import json
import struct
import sys
from pathlib import Path

import numcodecs.lz4
import numpy as np
import tensorstore
import zarr

SIZE = (5, 7, 11)


def expected(dtype):
    x, y, z = np.meshgrid(*(np.arange(n, dtype=np.int64) for n in SIZE), indexing="ij")
    return (1 + x + 10 * y + 100 * z).astype(dtype)


def with_tensorstore(folder):
    spec = {"driver": "n5", "kvstore": {"driver": "file", "path": str(folder)}}
    return np.asarray(tensorstore.open(spec, read=True).result().read().result())


def with_zarr(container, path):
    return zarr.open_array(zarr.N5Store(str(container)), path=path, mode="r")[...].T


def unframe_lz4(frames):
    out, at = b"", 0
    while at < len(frames):
        assert frames[at : at + 8] == b"LZ4Block", frames[at : at + 8]
        method = frames[at + 8] & 0xF0
        packed, size, _ = struct.unpack_from("<III", frames, at + 9)
        body = frames[at + 21 : at + 21 + packed]
        at += 21 + packed
        if size:
            raw = method == 0x10
            out += body if raw else numcodecs.lz4.decompress(struct.pack("<I", size) + body)
    return out


def with_own_lz4(folder, attributes):
    dtype = np.dtype(attributes["dataType"])
    block = attributes["blockSize"]
    volume = np.zeros(SIZE, dtype)
    for file in folder.glob("*/*/*"):
        data = file.read_bytes()
        mode, rank, *size = struct.unpack_from(">HHIII", data)
        assert (mode, rank) == (0, 3)
        values = np.frombuffer(unframe_lz4(data[16:]), dtype.newbyteorder(">"))
        begin = [int(g) * b for g, b in zip(file.relative_to(folder).parts, block)]
        region = tuple(slice(b, b + n) for b, n in zip(begin, size))
        volume[region] = values.reshape(size, order="F")
    return volume


def main(container):
    datasets = sorted(p.parent for p in container.glob("*/attributes.json"))
    assert datasets, "no dataset in " + str(container)
    for folder in datasets:
        attributes = json.loads((folder / "attributes.json").read_text())
        kind = attributes["compression"]["type"]
        read = {}
        if kind == "lz4":
            read["numcodecs"] = with_own_lz4(folder, attributes)
        else:
            read["tensorstore"] = with_tensorstore(folder)
            if kind in ("raw", "gzip"):
                read["zarr"] = with_zarr(container, folder.name)
        want = expected(attributes["dataType"])
        for reader, got in read.items():
            assert got.dtype == want.dtype, (folder.name, reader, got.dtype)
            assert np.array_equal(got, want), (folder.name, reader)
            print("same", folder.name, reader)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
