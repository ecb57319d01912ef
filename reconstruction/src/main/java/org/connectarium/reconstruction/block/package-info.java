/// Runs the work of a stage block by block. Begin with
/// [BlockEngine][org.connectarium.reconstruction.block.BlockEngine].
///
/// A stage says what its work is ([BlockJob][org.connectarium.reconstruction.block.BlockJob], which
/// can be sent to another process); an engine decides where it is done, tries again what failed,
/// and keeps a ledger of it. Uses nothing but the JDK, files and boxes.
@NullMarked
package org.connectarium.reconstruction.block;

import org.jspecify.annotations.NullMarked;
