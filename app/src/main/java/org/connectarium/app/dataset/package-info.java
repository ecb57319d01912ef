/// DATASET.yaml: what the user says about the images and what to do with them. Begin with
/// [Dataset][org.connectarium.app.dataset.Dataset].
///
/// Reads the description only; whether the images can be read is found by their importer.
@NullMarked
package org.connectarium.app.dataset;

import org.jspecify.annotations.NullMarked;
