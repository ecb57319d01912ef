/// Neurons that share partners. Begin at
/// [PartnerSimilarity][org.connectarium.analysis.similarity.PartnerSimilarity]. Pure functions;
/// must not see Neo4j.
@NullMarked
package org.connectarium.analysis.similarity;

import org.jspecify.annotations.NullMarked;
