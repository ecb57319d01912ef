package org.connectarium.graph.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Tells addresses that only this machine can reach.
final class Loopback {
  private Loopback() {}

  /// True if every address the host name stands for is a loopback address; false if unknown.
  static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
