package io.mindstream.sink.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.service.config.SettingProblems;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How runs are recorded, properties {@code mindstream.sink.recorder.*}.
 *
 * @param enabled false records nothing
 * @param partSize MiB of records, before compression, after which a file is stored and the next one
 *     begun
 * @param quiet a run that is over is stored once nothing of it has come for so long
 * @param idle a run that is not over is stored, as far as it came, once nothing has come for so
 *     long
 * @param folder where files lie until they are stored; by default the system's temporary folder
 * @param groupId the consumer group that all recorders of a cluster share; one of them works
 */
@ConfigurationProperties("mindstream.sink.recorder")
public record RecorderConfig(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "64") double partSize,
    @Bindable(defaultValue = "2s") Duration quiet,
    @Bindable(defaultValue = "60s") Duration idle,
    @Nullable Path folder,
    @Bindable(defaultValue = "mindstream-recorder") String groupId) {

  private static final double MIB = 1 << 20;
  private static final int LARGEST = 1024;

  /**
   * Checks all values.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public RecorderConfig {
    SettingProblems problems = new SettingProblems("mindstream.sink.recorder");
    problems.require(
        partSize > 0 && partSize <= LARGEST,
        "part-size",
        "must be above 0 and at most " + LARGEST + " MiB",
        partSize);
    problems.require(!groupId.isBlank(), "group-id", "must not be empty", groupId);
    problems.positive("quiet", quiet);
    problems.positive("idle", idle);
    problems.throwIfAny();
  }

  /** The part size in bytes. */
  public long partBytes() {
    return (long) (partSize * MIB);
  }
}
