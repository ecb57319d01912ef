package org.connectarium.ingest.n5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import org.connectarium.ingest.volume.BadInputException;

/// The ten number types of N5. Unsigned types share the Java array of the signed type of the same
/// width and keep their bits.
public enum DataType {
  UINT8(Byte.BYTES, byte[].class),
  INT8(Byte.BYTES, byte[].class),
  UINT16(Short.BYTES, short[].class),
  INT16(Short.BYTES, short[].class),
  UINT32(Integer.BYTES, int[].class),
  INT32(Integer.BYTES, int[].class),
  UINT64(Long.BYTES, long[].class),
  INT64(Long.BYTES, long[].class),
  FLOAT32(Float.BYTES, float[].class),
  FLOAT64(Double.BYTES, double[].class);

  private final int bytes;
  private final Class<?> arrayClass;

  DataType(int bytes, Class<?> arrayClass) {
    this.bytes = bytes;
    this.arrayClass = arrayClass;
  }

  /// The type of an `attributes.json` name such as `uint8`.
  ///
  /// @throws BadInputException if it is none of the ten
  static DataType of(String name, String where) {
    for (DataType type : values()) {
      if (type.jsonName().equals(name)) {
        return type;
      }
    }
    throw new BadInputException(
        where
            + ": dataType \""
            + name
            + "\" is not supported; supported are "
            + String.join(", ", Arrays.stream(values()).map(DataType::jsonName).toList()));
  }

  /// The name in `attributes.json`.
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Bytes of one value.
  public int bytes() {
    return bytes;
  }

  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /// A zeroed array: `byte[]`, `short[]`, `int[]`, `long[]`, `float[]` or `double[]`.
  public Object newArray(int length) {
    return switch (this) {
      case UINT8, INT8 -> new byte[length];
      case UINT16, INT16 -> new short[length];
      case UINT32, INT32 -> new int[length];
      case UINT64, INT64 -> new long[length];
      case FLOAT32 -> new float[length];
      case FLOAT64 -> new double[length];
    };
  }

  /// Number of values in an array of this type.
  ///
  /// @throws IllegalArgumentException if the array is of another type
  public int length(Object array) {
    if (!arrayClass.isInstance(array)) {
      throw new IllegalArgumentException(
          jsonName()
              + " needs "
              + arrayClass.getSimpleName()
              + " but was "
              + array.getClass().getSimpleName());
    }
    return java.lang.reflect.Array.getLength(array);
  }

  /// Puts all values into the buffer, in its byte order.
  void put(Object array, ByteBuffer buffer) {
    switch (array) {
      case byte[] a -> buffer.put(a);
      case short[] a -> buffer.asShortBuffer().put(a);
      case int[] a -> buffer.asIntBuffer().put(a);
      case long[] a -> buffer.asLongBuffer().put(a);
      case float[] a -> buffer.asFloatBuffer().put(a);
      case double[] a -> buffer.asDoubleBuffer().put(a);
      default -> throw new IllegalArgumentException(array.getClass() + " is no number array");
    }
  }

  /// Decodes values that lie one after another.
  ///
  /// @param data `length · bytes()` bytes
  /// @return an array as of [#newArray]
  public Object decode(byte[] data, ByteOrder order) {
    if (bytes == 1) {
      return data;
    }
    ByteBuffer buffer = ByteBuffer.wrap(data).order(order);
    Object array = newArray(data.length / bytes);
    switch (array) {
      case short[] a -> buffer.asShortBuffer().get(a);
      case int[] a -> buffer.asIntBuffer().get(a);
      case long[] a -> buffer.asLongBuffer().get(a);
      case float[] a -> buffer.asFloatBuffer().get(a);
      case double[] a -> buffer.asDoubleBuffer().get(a);
      default -> throw new IllegalStateException(array.getClass() + " is no number array");
    }
    return array;
  }

  /// Integer values widened to 64 bits; `uint64` keeps its bits.
  ///
  /// @throws IllegalArgumentException for float types
  public long[] toLongs(Object array) {
    if (this == UINT64 || this == INT64) {
      return (long[]) array;
    }
    long[] out = new long[length(array)];
    switch (this) {
      case UINT8 -> Arrays.setAll(out, i -> ((byte[]) array)[i] & 0xFFL);
      case INT8 -> Arrays.setAll(out, i -> ((byte[]) array)[i]);
      case UINT16 -> Arrays.setAll(out, i -> ((short[]) array)[i] & 0xFFFFL);
      case INT16 -> Arrays.setAll(out, i -> ((short[]) array)[i]);
      case UINT32 -> Arrays.setAll(out, i -> ((int[]) array)[i] & 0xFFFFFFFFL);
      case INT32 -> Arrays.setAll(out, i -> ((int[]) array)[i]);
      case UINT64, INT64, FLOAT32, FLOAT64 ->
          throw new IllegalArgumentException(jsonName() + " is no integer type");
    }
    return out;
  }

  /// Values of any type as floats, rounded to nearest.
  public float[] toFloats(Object array) {
    if (this == FLOAT32) {
      return (float[]) array;
    }
    float[] out = new float[length(array)];
    if (array instanceof double[] doubles) {
      for (int i = 0; i < out.length; i++) {
        out[i] = (float) doubles[i];
      }
      return out;
    }
    long[] longs = toLongs(array);
    for (int i = 0; i < out.length; i++) {
      out[i] = this == UINT64 ? unsignedToFloat(longs[i]) : (float) longs[i];
    }
    return out;
  }

  private static float unsignedToFloat(long bits) {
    // Halving keeps the lowest bit sticky, so that the rounding is that of the whole value.
    return bits >= 0 ? (float) bits : (float) ((bits >>> 1) | (bits & 1)) * 2f;
  }
}
