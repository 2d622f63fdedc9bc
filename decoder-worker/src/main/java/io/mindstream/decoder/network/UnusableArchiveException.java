package io.mindstream.decoder.network;

import java.nio.file.Path;

/** PyTorch cannot load an archive. */
public final class UnusableArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableArchiveException(Path archive, Throwable cause) {
    super(
        "PyTorch cannot load the network from %s (%s); delete that file to have it written anew"
            .formatted(archive, firstLine(cause)),
        cause);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
