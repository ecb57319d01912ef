package org.connectarium.reconstruction.block;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.connectarium.ingest.volume.Box;

/// Workers in other processes, as a cluster has them: each gets the job as bytes, opens it there
/// and works on its share of the blocks. What it cannot do is passed to threads of this process,
/// which have the rules for failures.
public record ForkedEngine(int workers, Path scratch) implements BlockEngine {

  /// What is sent.
  record Order(BlockJob job, ArrayList<Box> blocks) implements Serializable {}

  @Override
  public List<FailedBlock> run(
      BlockJob job, List<Box> blocks, BlockLedger ledger, Listener listener) throws Exception {
    List<Process> running = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      ArrayList<Box> share = new ArrayList<>();
      for (int i = w; i < blocks.size(); i += workers) {
        share.add(blocks.get(i));
      }
      Path order = Files.createTempFile(scratch, "order", ".bin");
      try (OutputStream out = Files.newOutputStream(order);
          ObjectOutputStream objects = new ObjectOutputStream(out)) {
        objects.writeObject(new Order(job, share));
      }
      running.add(fork(order));
    }
    for (Process worker : running) {
      int status = worker.waitFor();
      if (status != 0) {
        throw new IOException("Worker ended with status " + status);
      }
    }
    return BlockEngine.threads(1).run(job, blocks, ledger, listener);
  }

  private static Process fork(Path order) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ForkedEngine.class.getName(),
            order.toString())
        .inheritIO()
        .start();
  }

  /// A worker.
  public static void main(String[] args) throws Exception {
    try (InputStream in = Files.newInputStream(Path.of(args[0]));
        ObjectInputStream objects = new ObjectInputStream(in)) {
      Order order = (Order) objects.readObject();
      BlockTask task = order.job().open();
      for (Box block : order.blocks()) {
        if (!task.isDone(block)) {
          task.run(block);
        }
      }
    }
  }
}
