package io.mindstream.decoder.network;

import java.nio.file.Path;

/** PyTorch cannot load an archive. */
public final class UnusableArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableArchiveException(Path archive, Throwable cause) {
    super(
        "PyTorch cannot load the network from %s (%s); %s"
            .formatted(archive, firstLine(cause), remedy(cause)),
        cause);
  }

  private static String remedy(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("out of memory")
        ? "choose a smaller precision or another device"
        : "delete that file to have it written anew";
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
