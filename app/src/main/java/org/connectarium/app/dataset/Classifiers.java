package org.connectarium.app.dataset;

import java.nio.file.Path;
import java.util.Optional;

/// How contacts and segments are classified, and what is known of the answers.
///
/// @param continuity name of a shipped model or folder of one; empty = none
/// @param synapse the same
/// @param type the same
/// @param typeTruth volume of types (docs/formats/simulation.md has the legend); empty = none
/// @param synapseTruth empty = none
/// @param contactTruth table of labelled contacts (docs/formats/contacts.md); empty = none
public record Classifiers(
    Optional<String> continuity,
    Optional<String> synapse,
    Optional<String> type,
    Optional<String> typeTruth,
    Optional<SynapseTruthFiles> synapseTruth,
    Optional<Path> contactTruth) {}
