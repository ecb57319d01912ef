package org.connectarium.graph.agglomerate;

/// Asked now and then by long steps; throws if the caller wants no more.
@FunctionalInterface
public interface StopCheck {
  StopCheck NEVER = () -> {};

  void check();
}
