package org.connectarium.analysis.synapses.graph;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.connectarium.graph.GraphException;

/// A property of neurons that groups them, such as `class`, as numbers of its names.
public final class NeuronClasses {
  /// The class of neurons without one.
  public static final String NONE = "";

  private static final byte ABSENT = -1;

  private final List<String> names;
  private final byte[] numbers;

  private NeuronClasses(List<String> names, byte[] numbers) {
    this.names = names;
    this.numbers = numbers;
  }

  /// Groups neurons.
  ///
  /// @param taken which neurons have a say in what names there are
  /// @param unclassed whether those without the property are a class, [#NONE]
  /// @throws GraphException if there are more than 127 names
  static NeuronClasses of(
      DatasetNeurons neurons, String property, IntPredicate taken, boolean unclassed) {
    List<String> texts = neurons.texts(property);
    TreeSet<String> names = new TreeSet<>();
    IntStream.range(0, texts.size()).filter(taken).forEach(v -> names.add(texts.get(v)));
    if (!unclassed) {
      names.remove(NONE);
    }
    if (names.size() > Byte.MAX_VALUE) {
      throw new GraphException(
          "Neurons of data set \"%s\" have %d values of %s, 127 at most can be told apart; choose another property"
              .formatted(neurons.dataset(), names.size(), property));
    }
    List<String> sorted = List.copyOf(names);
    byte[] numbers = new byte[texts.size()];
    Arrays.fill(numbers, ABSENT);
    for (int v = 0; v < numbers.length; v++) {
      int number = sorted.indexOf(texts.get(v));
      numbers[v] = (byte) number;
    }
    return new NeuronClasses(sorted, numbers);
  }

  /// The names in alphabetical order.
  public List<String> names() {
    return names;
  }

  /// Number of the class of a neuron, -1 if it has none of these.
  public int of(int neuron) {
    return numbers[neuron];
  }

  /// Name of the class of a neuron, [#NONE] if it has none of these.
  public String name(int neuron) {
    return numbers[neuron] < 0 ? NONE : names.get(numbers[neuron]);
  }

  /// The numbers of all neurons.
  public byte[] numbers() {
    return numbers.clone();
  }
}
