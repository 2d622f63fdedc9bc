package io.mindstream.decoder.kafka;

import ai.djl.engine.EngineException;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The device has no room for the model or for a trial. It is the worker's trouble, not the trial's:
 * the next trial would meet the same, and another setting decodes this one.
 */
final class DeviceMemoryExhaustedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What PyTorch, CUDA's libraries and the CPU's allocator say, in lower case. */
  private static final String[] SIGNS = {
    "out of memory", "alloc_failed", "can't allocate memory", "not enough memory"
  };

  private DeviceMemoryExhaustedException(String device, Throwable cause) {
    super(
        "the memory of %s does not suffice (%s). Set fewer samples at once"
                .formatted(device, firstLine(cause))
            + " (mindstream.decoder.samples), a smaller precision (mindstream.decoder.precision,"
            + " bf16 or fp16) or another device (mindstream.decoder.device), or free the device of"
            + " other programs",
        cause);
  }

  /**
   * The failure in clear words where it is one of memory, else itself.
   *
   * @param device where it happened
   */
  static RuntimeException explain(RuntimeException failure, String device) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(DeviceMemoryExhaustedException::isSign)
        .findFirst()
        .<RuntimeException>map(cause -> new DeviceMemoryExhaustedException(device, cause))
        .orElse(failure);
  }

  private static boolean isSign(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return cause instanceof EngineException && Stream.of(SIGNS).anyMatch(message::contains);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
