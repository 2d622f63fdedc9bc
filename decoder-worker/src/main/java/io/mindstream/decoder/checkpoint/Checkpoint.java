package io.mindstream.decoder.checkpoint;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open PyTorch checkpoint ({@code .pth}, {@code .ckpt}): the dictionary that torch.save was
 * given. Its tensors are read from the file when they are written out, so keep it open until then.
 */
public final class Checkpoint implements AutoCloseable {

  private static final List<String> WEIGHTS = List.of("model_state_dict", "state_dict", "model");

  private static final String TAR_MAGIC = "ustar";
  private static final long TAR_MAGIC_AT = 257;

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
    CheckpointFile.require(
        !isTar(file),
        "it is a tar file, as torch.save wrote before PyTorch 0.1.10: that format is too old; load it"
            + " with torch.load and save it again with torch.save. (A tar file of checkpoints has to"
            + " be unpacked first.)");
    CheckpointFile.require(
        start.get(0) != 0x1f || start.get(1) != (byte) 0x8b,
        "it is compressed by gzip; unpack it first: gunzip FILE");
    throw new CheckpointException(
        "it is neither a zip file nor a pickle, so torch.save did not write it."
            + " (A file of a few hundred bytes is often a Git LFS pointer or an error page.)");
  }

  private static boolean isTar(CheckpointFile file) throws IOException {
    if (file.size() < TAR_MAGIC_AT + TAR_MAGIC.length()) {
      return false;
    }
    byte[] magic = new byte[TAR_MAGIC.length()];
    file.bytes(TAR_MAGIC_AT, magic.length).get(magic);
    return new String(magic, StandardCharsets.US_ASCII).equals(TAR_MAGIC);
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
   * @throws CheckpointException where there are two such dictionaries, or a tensor of another kind
   */
  public Map<String, CheckpointTensor> weights() {
    Map<String, CheckpointTensor> tensors = new LinkedHashMap<>();
    dictionaryOfWeights()
        .forEach(
            (name, value) -> {
              if (name instanceof String text && value instanceof CheckpointTensor tensor) {
                tensors.put(text, tensor);
              } else if (value instanceof PickleObject object) {
                requireNoTensor(String.valueOf(name), object);
              }
            });
    return tensors;
  }

  private Map<?, ?> dictionaryOfWeights() {
    List<String> found = WEIGHTS.stream().filter(name -> holdsTensors(content.get(name))).toList();
    CheckpointFile.require(
        found.size() < 2,
        "the checkpoint has weights under "
            + String.join(" and ", found)
            + "; save it again with those that are meant");
    return found.isEmpty() ? content : (Map<?, ?>) requireNonNull(content.get(found.get(0)));
  }

  private static boolean holdsTensors(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        && map.values().stream().anyMatch(CheckpointTensor.class::isInstance);
  }

  /** A tensor of a kind that is not known must not be taken for one that is missing. */
  private static void requireNoTensor(String name, PickleObject object) {
    boolean tensor =
        object.type().name().startsWith("_rebuild_")
            || object.arguments().stream()
                .anyMatch(
                    argument ->
                        argument instanceof PickleGlobal global
                            && global.name().startsWith("_rebuild_"));
    CheckpointFile.require(
        !tensor,
        "the checkpoint's tensor "
            + name
            + " is a "
            + object.type()
            + ", which cannot be read; save it again as a plain tensor (name.detach().clone())");
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
