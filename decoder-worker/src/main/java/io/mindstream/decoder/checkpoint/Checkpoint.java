package io.mindstream.decoder.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An open PyTorch checkpoint ({@code .pth}, {@code .ckpt}): the dictionary that torch.save was
 * given. Its tensors are read from the file when they are written out, so keep it open until then.
 */
public final class Checkpoint implements AutoCloseable {

  private static final List<String> WEIGHTS = List.of("model_state_dict", "state_dict", "model");

  private final CheckpointFile file;
  private final Map<Object, Object> content;

  private Checkpoint(CheckpointFile file, Map<Object, Object> content) {
    this.file = file;
    this.content = content;
  }

  /**
   * Opens a checkpoint and reads its pickle; executes nothing of it.
   *
   * @throws CheckpointException where it is missing, cut short, damaged or no checkpoint
   */
  public static Checkpoint open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new CheckpointException(path + " does not exist or is no file");
    }
    try {
      CheckpointFile file = CheckpointFile.open(path);
      try {
        return new Checkpoint(file, dictionary(read(file)));
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException | CheckpointException e) {
      throw new CheckpointException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Object read(CheckpointFile file) throws IOException {
    CheckpointFile.require(file.size() >= 4, "it is empty or cut short");
    ByteBuffer start = file.bytes(0, 4);
    if (start.get(0) == 'P' && start.get(1) == 'K') {
      return ZipFormat.read(file);
    }
    if (start.get(0) == (byte) 0x80) {
      return LegacyFormat.read(file);
    }
    throw new CheckpointException(
        "it is neither a zip file nor a pickle, so torch.save did not write it."
            + " (A file of a few hundred bytes is often a Git LFS pointer or an error page.)");
  }

  @SuppressWarnings("unchecked") // the reader builds no other maps
  private static Map<Object, Object> dictionary(Object content) {
    CheckpointFile.require(content instanceof Map<?, ?>, "it does not hold a dictionary");
    return (Map<Object, Object>) content;
  }

  /**
   * The weights: the dictionary under {@code model_state_dict}, {@code state_dict} or {@code
   * model}, else the whole.
   *
   * @return name to tensor, in the file's order
   */
  public Map<String, CheckpointTensor> weights() {
    Map<?, ?> weights =
        WEIGHTS.stream()
            .map(content::get)
            .filter(Map.class::isInstance)
            .map(Map.class::cast)
            .findFirst()
            .orElse(content);
    Map<String, CheckpointTensor> tensors = new LinkedHashMap<>();
    weights.forEach(
        (name, value) -> {
          if (name instanceof String text && value instanceof CheckpointTensor tensor) {
            tensors.put(text, tensor);
          }
        });
    return tensors;
  }

  /** A whole number among the attributes of the pickled {@code config}. */
  public Optional<Integer> configNumber(String attribute) {
    return configAttribute(attribute)
        .filter(value -> value instanceof Long number && number == number.intValue())
        .map(value -> ((Long) value).intValue());
  }

  /** A text among the attributes of the pickled {@code config}. */
  public Optional<String> configText(String attribute) {
    return configAttribute(attribute).filter(String.class::isInstance).map(String.class::cast);
  }

  private Optional<Object> configAttribute(String attribute) {
    Object config = content.get("config");
    Map<?, ?> attributes =
        config instanceof PickleObject object
            ? object.attributes()
            : config instanceof Map<?, ?> map ? map : Map.of();
    return Optional.ofNullable(attributes.get(attribute));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new CheckpointException("the checkpoint cannot be closed: " + e, e);
    }
  }
}
