package io.mindstream.decoder.mindvis;

import ai.djl.Device;
import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.ModelCard;
import io.mindstream.decoder.decoding.DecodedTrial;
import io.mindstream.decoder.decoding.DecodedTrial.Method;
import io.mindstream.decoder.decoding.DeviceChoice;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.decoding.SamplingSettings;
import io.mindstream.decoder.decoding.StepListener;
import io.mindstream.decoder.decoding.TrialDecoder;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.diffusion.NoiseSource;
import io.mindstream.decoder.mindvis.DecoderStages.Encoded;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.TorchDevices;
import io.mindstream.decoder.network.TorchNetwork;
import io.mindstream.decoder.network.UnavailableDeviceException;
import io.mindstream.decoder.network.WeightFormat;
import io.mindstream.imaging.picture.RgbImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decodes trials with a MinD-Vis bundle's network, run by DJL. */
public final class BrainDecoder implements TrialDecoder {

  private static final SamplingSettings WARM_UP = new SamplingSettings(SamplerKind.DDIM, 3, 0);

  private final BundleDescription model;
  private final ModelCard card;
  private final Device device;
  private final TorchNetwork network;
  private final DecoderStages stages;
  private @Nullable FloatArray blank;

  private BrainDecoder(BundleDescription model, Device device, TorchNetwork network) {
    this.model = model;
    this.card = model.card();
    this.device = device;
    this.network = network;
    this.stages =
        new DecoderStages(
            network,
            new NoiseSchedule(model.T(), model.betaStart(), model.betaEnd()),
            model.prediction());
  }

  /**
   * Loads a model, with the archive in the usual cache.
   *
   * @param bundle the model; may be closed afterwards
   * @param device where to run
   * @param precision of the arithmetic
   * @throws UnavailableDeviceException where the GPU asked for cannot be used
   */
  public static BrainDecoder load(ModelBundle bundle, DeviceChoice device, Precision precision) {
    return load(bundle, device, precision, ArchiveCache.usual());
  }

  /** Loads a model, with the archive in a cache of choice. */
  public static BrainDecoder load(
      ModelBundle bundle, DeviceChoice choice, Precision precision, ArchiveCache cache) {
    Device device = TorchDevices.find(choice);
    Path archive = cache.archive(bundle, WeightFormat.of(precision), device);
    return new BrainDecoder(bundle.description(), device, TorchNetwork.load(archive, device));
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public void requirePossible(SamplingSettings settings) {
    try {
      var unused = stages.plan(settings);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s (model '%s' has T = %d timesteps, the sampler is %s); set fewer with --steps, or"
                  .formatted(e.getMessage(), card.id(), model.T(), settings.sampler())
              + " mindstream.decoder.steps");
    }
  }

  /** All that the bundle says of the model. */
  public BundleDescription model() {
    return model;
  }

  @Override
  public String device() {
    return TorchDevices.name(device);
  }

  /** The stages one by one. */
  public DecoderStages stages() {
    return stages;
  }

  @Override
  public DecodedTrial decode(
      float[] roiVoxels, long[] seeds, SamplingSettings settings, StepListener listener) {
    long start = System.nanoTime();
    Encoded encoded = stages.encode(TrialVoxels.prepare(row(roiVoxels), model));
    long sampling = System.nanoTime();
    FloatArray latents = sample(encoded.context(), noise(seeds), settings, listener);
    long decoding = System.nanoTime();
    List<RgbImage> images = images(stages.decode(latents));
    long end = System.nanoTime();
    return new DecodedTrial(
        images,
        method(settings),
        millis(start, sampling),
        millis(sampling, decoding),
        millis(decoding, end));
  }

  private Method method(SamplingSettings settings) {
    return new Method(settings.sampler().toString(), settings.steps(), guidance(settings));
  }

  /**
   * Runs every part of the network a few times, since PyTorch prepares its code in the first calls:
   * the first trial is then as fast as the others.
   *
   * @throws CancellationException where the thread was interrupted
   */
  public void warmUp() {
    requireWanted();
    StepListener listener = (done, steps, preview) -> requireWanted();
    FloatArray latent = stages.sample(blankContext(), noise(new long[] {0}), WARM_UP, listener);
    stages.decode(latent);
  }

  private static void requireWanted() {
    if (Thread.interrupted()) {
      throw new CancellationException("interrupted while the network was being prepared");
    }
  }

  /**
   * Samples latents that share one context, guided as the settings or else the model say.
   *
   * @param context (1, T, D)
   * @param noise x_T (B, Z, h, w)
   * @return latents (B, Z, h, w)
   * @throws io.mindstream.schemas.failure.PipelineException NOT_FINITE where a latent is not: the
   *     latent decoder would make a picture of it all the same
   */
  public FloatArray sample(
      FloatArray context, FloatArray noise, SamplingSettings settings, StepListener listener) {
    double scale = guidance(settings);
    FloatArray latents =
        scale == 1
            ? stages.sample(context, noise, settings, listener)
            : stages.sample(
                context, noise, settings, new Guidance(scale, blankContext()), listener);
    TrialVoxels.requireFinite("the sampled latents", latents.values());
    return latents;
  }

  private double guidance(SamplingSettings settings) {
    return settings.guidance().orElse(model.sampling().guidance());
  }

  /** Encoded once: it is the same for every trial. */
  private synchronized FloatArray blankContext() {
    if (blank == null) {
      int voxels = model.architecture().encoder().voxels();
      blank = stages.encode(new FloatArray(new long[] {1, voxels}, new float[voxels])).context();
    }
    return blank;
  }

  /**
   * Initial latents (B, Z, h, w), each from its seed alone.
   *
   * @param seeds one a sample
   */
  public FloatArray noise(long[] seeds) {
    Architecture.Unet unet = model.architecture().unet();
    long[] shape = {1, unet.inChannels(), unet.latentHeight(), unet.latentWidth()};
    int count = unet.inChannels() * unet.latentHeight() * unet.latentWidth();
    return FloatArray.concatenate(
        Arrays.stream(seeds)
            .mapToObj(seed -> new FloatArray(shape, NoiseSource.standardNormal(seed, count)))
            .toList());
  }

  /**
   * Pictures as images of bytes.
   *
   * @param pictures (B, 3, H, W), about -1 to 1
   * @throws io.mindstream.schemas.failure.PipelineException NOT_FINITE where one cannot be shown
   */
  public static List<RgbImage> images(FloatArray pictures) {
    TrialVoxels.requireFinite("the pictures", pictures.values());
    return Pictures.of(pictures);
  }

  private static DoubleArray row(float[] voxels) {
    double[] row = IntStream.range(0, voxels.length).mapToDouble(i -> voxels[i]).toArray();
    return new DoubleArray(row, 1, voxels.length);
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }

  @Override
  public void close() {
    network.close();
  }
}
