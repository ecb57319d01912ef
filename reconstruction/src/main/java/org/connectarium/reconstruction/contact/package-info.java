/// From segments to the border pieces between them, on one block. Begin with
/// [Contacts][org.connectarium.reconstruction.contact.Contacts].
///
/// Pure functions; uses `reconstruction.grid` and `ingest.volume`, no other stage.
@NullMarked
package org.connectarium.reconstruction.contact;

import org.jspecify.annotations.NullMarked;
