package io.mindstream.decoder.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.decoder.decoding.DecodeSettings;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.NetworkSettings;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.RunChoice;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.service.config.SettingProblems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The worker's configuration, properties {@code mindstream.decoder.*}.
 *
 * @param bundle folder of the model bundle; without one the worker does not start
 * @param device where to decode, one loop each: {@code auto} (a GPU where there is one, else the
 *     CPU), {@code cpu}, or {@code gpu:N}
 * @param precision number format of the network: fp32, bf16 or fp16
 * @param sampler plms, ddim or dpmpp
 * @param steps sampling steps
 * @param guidance scale of classifier-free guidance, 1 for none; default: the model's own
 * @param samples pictures a trial (the MinD-Vis paper draws 5)
 * @param previewEvery a preview after every so many steps; 0 for none
 * @param threads CPU threads of the network; 0 for one a core, or one where it is small
 * @param instanceId names this worker; no two that run at the same time may share it, and one that
 *     is started again should keep it, so that a transaction which its crash left open ends at
 *     once. Default: host name and process id
 * @param cacheDir where prepared networks are kept between starts
 * @param groupId the consumer group that all workers of a cluster share; with {@code asked_for} the
 *     model's id is added to it
 * @param runChoice any: decodes the runs that ask for its model and those that ask for none;
 *     asked_for: the first alone, for a second model beside the usual one. A run that asks for a
 *     model which no worker has is decoded by none of them, and each says so
 * @param stopTimeout how long a stop may take; the trial in hand is left for the next start
 */
@ConfigurationProperties("mindstream.decoder")
public record DecoderConfig(
    @Nullable Path bundle,
    @Bindable(defaultValue = "auto") List<String> device,
    @Bindable(defaultValue = "fp32") Precision precision,
    @Bindable(defaultValue = "dpmpp") SamplerKind sampler,
    @Bindable(defaultValue = "20") int steps,
    @Nullable Double guidance,
    @Bindable(defaultValue = "1") int samples,
    @Bindable(defaultValue = "5") int previewEvery,
    @Bindable(defaultValue = "0") int threads,
    @Bindable(defaultValue = "") String instanceId,
    @Nullable Path cacheDir,
    @Bindable(defaultValue = "mindstream-decoder") String groupId,
    @Bindable(defaultValue = "any") RunChoice runChoice,
    @Bindable(defaultValue = "10s") Duration stopTimeout) {

  /** As many steps as the released model's schedule has. */
  private static final int MAX_STEPS = 1000;

  private static final int MAX_SAMPLES = 100;

  /**
   * Checks all values.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public DecoderConfig {
    device = List.copyOf(device);
    instanceId = instanceId.isBlank() ? InstanceName.ofThisProcess() : instanceId;
    SettingProblems problems = new SettingProblems("mindstream.decoder");
    requireDevices(problems, device);
    problems
        .require(steps >= 1 && steps <= MAX_STEPS, "steps", "must be 1 to " + MAX_STEPS, steps)
        .require(
            samples >= 1 && samples <= MAX_SAMPLES,
            "samples",
            "must be 1 to " + MAX_SAMPLES,
            samples)
        .require(
            guidance == null || SamplingSettings.isGuidance(guidance),
            "guidance",
            "must be above 0 and at most " + SamplingSettings.LARGEST_GUIDANCE,
            guidance)
        .require(previewEvery >= 0, "preview-every", "must be 0 (none) or more", previewEvery)
        .require(threads >= 0, "threads", "must be 0 (as suits the network) or more", threads)
        .require(!groupId.isBlank(), "group-id", "must not be empty", groupId)
        .require(!stopTimeout.isNegative(), "stop-timeout", "must not be negative", stopTimeout)
        .throwIfAny();
  }

  /** Each device once, and none beside auto, which could choose it too. */
  private static void requireDevices(SettingProblems problems, List<String> devices) {
    problems
        .require(!devices.isEmpty(), "device", "must name a device: auto, cpu or gpu:N", devices)
        .require(
            new HashSet<>(devices).size() == devices.size(), "device", "names one twice", devices)
        .require(
            devices.size() < 2 || !devices.contains("auto"),
            "device",
            "must be auto alone, or a list of cpu and gpu:N",
            devices);
    for (String device : devices) {
      try {
        DeviceChoice.parse(device);
      } catch (IllegalArgumentException e) {
        problems.check(false, "device: " + e.getMessage());
      }
    }
  }

  /** The devices to decode on. */
  public List<DeviceChoice> devices() {
    return device.stream().map(DeviceChoice::parse).toList();
  }

  /** The consumer group of a worker with a model. */
  public String groupOf(String modelId) {
    return runChoice == RunChoice.ANY ? groupId : groupId + "-" + modelId;
  }

  /** How the model's network is run. */
  public NetworkSettings networkSettings() {
    return new NetworkSettings(precision, threads, cacheDir);
  }

  /** How each trial is decoded. */
  public DecodeSettings decodeSettings() {
    return new DecodeSettings(
        new SamplingSettings(sampler, steps, previewEvery).withGuidance(guidance), samples);
  }
}
