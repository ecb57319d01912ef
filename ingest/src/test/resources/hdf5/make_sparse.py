import h5py

with h5py.File("sparse.h5", "w") as hdf:
    chunked = hdf.create_dataset(
        "chunked", (10, 11, 12), "u2", chunks=(4, 5, 6), compression="gzip", fillvalue=65000
    )
    chunked[0:2, 0:2, 0:2] = 9
    hdf.create_dataset("contiguous", (10, 11, 12), "u2")
