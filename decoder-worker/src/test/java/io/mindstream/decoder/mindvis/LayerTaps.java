package io.mindstream.decoder.mindvis;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mindstream.decoder.array.FloatArray;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.decoding.SamplerKind;
import io.mindstream.decoder.diffusion.NoiseSchedule;
import io.mindstream.decoder.diffusion.SamplerStep;
import io.mindstream.decoder.diffusion.Timesteps;
import io.mindstream.decoder.network.ArchiveCache;
import io.mindstream.decoder.network.TorchNetwork;
import io.mindstream.decoder.network.TorchNetwork.Condition;
import io.mindstream.decoder.network.WeightFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What each layer of the network gives for a fixture's inputs, under the golden arrays' names. */
final class LayerTaps {

  private static final int STEPS = 10;

  private final NoiseSchedule schedule = new NoiseSchedule(1000, 0.0015, 0.0195);
  private final TorchNetwork network;
  private final NDManager scope;
  private final Goldens goldens;
  private final Map<String, float[]> taps = new LinkedHashMap<>();

  private LayerTaps(TorchNetwork network, NDManager scope, Goldens goldens) {
    this.network = network;
    this.scope = scope;
    this.goldens = goldens;
  }

  static Map<String, float[]> of(ModelBundle bundle, Goldens goldens, Path cache) {
    Path archive = new ArchiveCache(cache).archive(bundle, WeightFormat.FLOAT32, Device.cpu());
    try (TorchNetwork network = TorchNetwork.load(archive, Device.cpu());
        NDManager scope = network.newScope()) {
      LayerTaps taps = new LayerTaps(network, scope, goldens);
      taps.schedule();
      taps.encoder();
      taps.unet();
      taps.latentDecoder();
      taps.sampler(SamplerKind.PLMS);
      taps.sampler(SamplerKind.DDIM);
      return taps.taps;
    }
  }

  private void schedule() {
    Timesteps tau = Timesteps.strided(schedule.timesteps(), STEPS);
    put("betas", IntStream.range(0, 1000).mapToObj(schedule::beta).toList());
    put("alphas_cumprod", IntStream.range(0, 1000).mapToObj(schedule::alphaCumprod).toList());
    put("sched_timesteps", tau.ascending().stream().map(Integer::floatValue).toList());
    put("sched_alphas", tau.ascending().stream().map(schedule::alphaCumprod).toList());
    put(
        "sched_alphas_prev",
        IntStream.range(0, STEPS).map(tau::previous).mapToObj(schedule::alphaCumprod).toList());
  }

  private void encoder() {
    NDList stages = network.traceEncoder(array("fmri_input").expandDims(0));
    List<String> names =
        List.of("enc_patch", "enc_block0", "enc_block1", "enc_out", "enc_mapped", "context");
    for (int i = 0; i < names.size(); i++) {
      put(names.get(i), stages.get(i));
    }
  }

  private void unet() {
    NDArray t = scope.create(goldens.whole("unet_t"));
    try (Condition condition = network.condition(array("context"))) {
      put("time_cond", network.timeCondition(scope, condition));
      NDList time = network.traceTime(t, condition);
      put("t_sinusoid", time.get(0));
      put("t_emb", time.get(1));
      put("t_emb_total", time.get(2));
      unetBlocks(network.traceUnet(array("unet_x"), t, condition));
    }
  }

  private void unetBlocks(NDList stages) {
    int inputs = (stages.size() - 2) / 2;
    for (int i = 0; i < inputs; i++) {
      put(String.format(Locale.ROOT, "unet_in%02d", i), stages.get(i).get("0:1"));
      put(String.format(Locale.ROOT, "unet_out%02d", i), stages.get(inputs + 1 + i).get("0:1"));
    }
    put("unet_mid", stages.get(inputs).get("0:1"));
    put("unet_out", stages.get(stages.size() - 1));
  }

  private void latentDecoder() {
    NDArray z = array("vq_latent");
    put("vq_indices", network.indices(z));
    put("vq_quantised", network.quantise(z));
    put("vq_image", network.decode(z));
    put("vq_image_noquant", network.picture(z));
  }

  private void sampler(SamplerKind kind) {
    List<SamplerStep> plan = kind.sampler().plan(schedule, STEPS);
    NDArray noise = array("x_T");
    NDList trajectory = new NDList();
    try (Condition condition = network.condition(array("context"))) {
      NDArray latent =
          new DenoisingLoop(
                  (x, t) -> network.denoise(x, timesteps(x, t), condition),
                  plan,
                  (x, eps, t) -> {
                    trajectory.add(keep(x.get("0:1")));
                    return List.of();
                  },
                  (done, steps, preview) -> {
                    var unused = preview.get();
                  })
              .run(scope, noise);
      trajectory.add(latent.get("0:1"));
      put(kind + "_latent", latent);
    }
    put(kind + "_trajectory", NDArrays.concat(trajectory));
    pictures(kind);
  }

  private void pictures(SamplerKind kind) {
    NDArray image = network.decode(array(kind + "_latent")).add(1).div(2).clip(0, 1);
    put(kind + "_image", image);
    put(kind + "_image_u8", image.mul(255).floor());
  }

  private NDArray keep(NDArray array) {
    array.attach(scope);
    return array;
  }

  private static NDArray timesteps(NDArray x, int t) {
    return x.getManager().full(new Shape(x.getShape().get(0)), t, DataType.INT64);
  }

  private NDArray array(String name) {
    FloatArray array = goldens.array(name);
    return scope.create(array.values(), new Shape(array.shape()));
  }

  private void put(String name, NDArray array) {
    taps.put(name, array.toType(DataType.FLOAT32, false).toFloatArray());
  }

  private void put(String name, List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    taps.put(name, array);
  }
}
