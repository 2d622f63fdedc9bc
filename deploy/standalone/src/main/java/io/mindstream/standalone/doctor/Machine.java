package io.mindstream.standalone.doctor;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java, memory, and the disk of the data folder. */
public final class Machine {

  private static final int OLDEST_JAVA = 17;
  private static final long GIB = 1L << 30;
  private static final long LEAST_HEAP = GIB * 3 / 4;
  private static final long LEAST_DISK = 5 * GIB;

  private Machine() {}

  /**
   * What was found.
   *
   * @param data the folder of topics, images and the spool; it need not exist
   */
  public static List<Finding> look(Path data) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory());
    findings.add(accelerator());
    findings.add(disk("disk of data", data));
    return findings;
  }

  private static Finding java() {
    int version = Runtime.version().feature();
    return version >= OLDEST_JAVA
        ? Finding.ok("Java", String.valueOf(Runtime.version()))
        : Finding.bad("Java", version + " is too old; install a JDK of " + OLDEST_JAVA);
  }

  private static Finding memory() {
    long most = Runtime.getRuntime().maxMemory();
    String text = "%.1f GiB of heap, %d cores".formatted(gib(most), cores());
    return most >= LEAST_HEAP
        ? Finding.ok("memory", text)
        : Finding.note("memory", text + "; give 1 GiB or more: JAVA_TOOL_OPTIONS=-Xmx2g");
  }

  private static Finding accelerator() {
    int gpus = CudaUtils.getGpuCount();
    if (gpus > 0) {
      return Finding.ok("CUDA", gpus + " GPUs; the device auto takes the first");
    }
    return Files.exists(Path.of("/dev/nvidia0"))
        ? Finding.note(
            "CUDA",
            "there is a GPU, but no CUDA library was found: install the CUDA runtime, and build with"
                + " -Pcuda; until then pictures are decoded on the CPU")
        : Finding.ok("CUDA", "no GPU; pictures are decoded on the CPU");
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The free space where a folder is, or will be. */
  static Finding disk(String what, Path folder) {
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String text = "%.1f GiB free at %s".formatted(gib(free), there);
      return free >= LEAST_DISK
          ? Finding.ok(what, text)
          : Finding.bad(what, text + "; make room, an hour of volumes may take 5 GiB");
    } catch (IOException e) {
      return Finding.bad(what, there + " cannot be looked at: " + e.getMessage());
    }
  }

  private static double gib(long bytes) {
    return bytes / (double) GIB;
  }
}
