package org.connectarium.ingest.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A value of a typed table as text: integers as such, whatever their width; what is not a number
/// is not there; bytes are text in UTF-8.
final class CellText {
  private CellText() {}

  /// @throws IllegalArgumentException if bytes are no text
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number when number.isNaN() -> "";
      case Float number when number.isNaN() -> "";
      case byte[] bytes -> decoded(bytes).strip();
      default -> String.valueOf(value).strip();
    };
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a value is no text in UTF-8", e);
    }
  }
}
