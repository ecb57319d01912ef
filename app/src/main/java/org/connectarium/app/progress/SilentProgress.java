package org.connectarium.app.progress;

/// Shows nothing.
enum SilentProgress implements Progress, Progress.Task {
  INSTANCE;

  @Override
  public Task begin(String stage, long total, String unit) {
    return this;
  }

  @Override
  public void note(String line) {}

  @Override
  public void advance(long units) {}

  @Override
  public void close() {}
}
