/// The one way in which this program writes and reads its own JSON. Begin with
/// [Json][org.connectarium.app.json.Json].
@NullMarked
package org.connectarium.app.json;

import org.jspecify.annotations.NullMarked;
