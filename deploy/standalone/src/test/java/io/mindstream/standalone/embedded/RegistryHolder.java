package io.mindstream.standalone.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program of its own that starts a registry, prints its process id and waits to be killed. */
public final class RegistryHolder {

  private RegistryHolder() {}

  /** The registry's folder is the argument. */
  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[0]);
    EmbeddedRegistry registry =
        EmbeddedRegistry.start(
            folder, Port.anyFree("--registry-port"), folder.resolve("registry.log"));
    System.out.println(registry.pid());
    new CountDownLatch(1).await();
  }
}
