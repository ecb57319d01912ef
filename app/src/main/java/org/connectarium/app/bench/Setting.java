package org.connectarium.app.bench;

import java.nio.file.Path;

/// How a suite is to be run.
///
/// @param size how much to work through
/// @param threads to use
/// @param blockVoxels edge of a block
/// @param marginVoxels what is read around a block
/// @param scratch empty folder for files
/// @param data folder of real data, which need not be there
/// @param scaleMillions of statistics: so many million synapses in a table; 0: a graph of the size
public record Setting(
    Size size,
    int threads,
    int blockVoxels,
    int marginVoxels,
    Path scratch,
    Path data,
    int scaleMillions) {}
