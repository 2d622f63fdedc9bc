package io.mindstream.lab.training;

import ai.djl.ndarray.NDManager;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.StateDictShapes;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a decoder, stage after stage: masked brain modelling, autoencoder of pictures, condition,
 * diffusion. Each stage keeps a checkpoint in a folder; a training that finds them there goes on
 * where they end.
 *
 * <p>The paper's order, but for two things. Its autoencoder comes trained; here it is trained. And
 * before the diffusion both conditions are fitted, the context to say what the latent is and the
 * time condition to say what category it shows, so that a small UNet listens to them from its first
 * step.
 */
public final class DecoderTrainer {

  private final TrainingPreset preset;
  private final TrainingSet set;
  private final FmriVectors fmri;
  private final Architecture architecture;
  private final NamedTensors weights = new NamedTensors();
  private final StageChoice choice;
  private final long seed;
  private final StageListener listener;
  private final Map<TrainingStage, float[]> losses = new EnumMap<>(TrainingStage.class);

  /**
   * Prepares a training.
   *
   * @param choice the stages, and where their checkpoints are
   * @param seed decides first weights, batches and noise
   */
  public DecoderTrainer(
      TrainingPreset preset,
      TrainingSet set,
      StageChoice choice,
      long seed,
      StageListener listener) {
    this.preset = preset;
    this.set = set;
    this.fmri = new FmriVectors(set, preset.patchSize());
    this.architecture = preset.architecture(fmri.voxels());
    this.choice = choice;
    this.seed = seed;
    this.listener = listener;
    Map<String, long[]> shapes = shapes();
    TrainingMemory.of(shapes.values()).check(Runtime.getRuntime().maxMemory());
    Initialisation.add(weights, shapes, seed);
    FrameReference.add(weights, architecture);
  }

  /** Of the model's tensors and of those that only training needs. */
  private Map<String, long[]> shapes() {
    TrainingPreset.EncoderSizes sizes = preset.encoder();
    Map<String, long[]> shapes = new LinkedHashMap<>(StateDictShapes.of(architecture));
    shapes.putAll(
        TrainingShapes.masked(architecture.encoder(), sizes.maskedWidth(), sizes.maskedDepth()));
    shapes.putAll(TrainingShapes.latentEncoder(architecture.latentDecoder()));
    shapes.putAll(TrainingShapes.heads(architecture, set.classes()));
    return shapes;
  }

  /**
   * Trains the chosen stages. A stage that is not chosen gives what its checkpoint holds; where it
   * was interrupted it is finished first.
   */
  public TrainedDecoder train() throws IOException {
    StageBatches batches = new StageBatches(architecture, preset, set, fmri);
    Latents latents = autoencoder();
    train(TrainingStage.MASKED, batches.masked(batch(TrainingStage.MASKED)));
    train(TrainingStage.CONDITION, batches.condition(batch(TrainingStage.CONDITION), latents));
    NoiseSchedule schedule =
        new NoiseSchedule(
            BundleDescription.RELEASED_T,
            BundleDescription.RELEASED_BETA_START,
            BundleDescription.RELEASED_BETA_END);
    train(
        TrainingStage.DIFFUSION,
        batches.diffusion(batch(TrainingStage.DIFFUSION), latents, schedule));
    train(TrainingStage.PICTURES, batches.pictures(batch(TrainingStage.PICTURES), latents));
    return new TrainedDecoder(
        architecture, fmri.statistics(), set.roiId(), set.voxels(), weights, losses);
  }

  private int batch(TrainingStage stage) {
    return preset.plan(stage).batch();
  }

  private Latents autoencoder() throws IOException {
    StagePlan plan = preset.plan(TrainingStage.AUTOENCODER);
    AutoencoderStage stage = new AutoencoderStage(set.pictures(), plan);
    try (TrainableNetwork network = load(TrainingStage.AUTOENCODER)) {
      List<String> names = network.parameters();
      StageTrainer.Care revival =
          stage.revival(
              network,
              AutoencoderStage.codesAt(names, weights),
              architecture.latentDecoder().codes(),
              architecture.latentDecoder().embedChannels());
      run(TrainingStage.AUTOENCODER, network, stage.batches(), revival);
      store(network, names);
      new LatentScale(AutoencoderStage.latents(network, set.pictures())).fold(weights);
      store(network, names);
      return AutoencoderStage.latents(network, set.pictures());
    }
  }

  private void store(TrainableNetwork network, List<String> names) {
    try (NDManager scope = network.newScope()) {
      network.store(scope.create(weights.flat(names)));
    }
  }

  private void train(TrainingStage stage, BatchSource batches) throws IOException {
    try (TrainableNetwork network = load(stage)) {
      run(stage, network, batches, StageTrainer.NO_CARE);
    }
  }

  private TrainableNetwork load(TrainingStage stage) {
    return TrainableNetwork.load(stage, architecture, weights, preset.plan(stage).still());
  }

  private void run(
      TrainingStage stage, TrainableNetwork network, BatchSource batches, StageTrainer.Care care)
      throws IOException {
    if (!choice.has(stage)) {
      return;
    }
    StageTrainer trainer =
        new StageTrainer(
            stage,
            preset.plan(stage),
            seed * 31 + stage.name().hashCode(),
            choice.checkpoint(stage));
    losses.put(stage, trainer.train(network, weights, batches, care, listener));
  }
}
