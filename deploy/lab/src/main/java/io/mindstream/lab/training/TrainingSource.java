package io.mindstream.lab.training;

import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.network.ConvolutionKind;
import io.mindstream.decoder.network.LayerModules;
import io.mindstream.decoder.network.NetworkSource;
import io.mindstream.decoder.network.ScriptModule;
import io.mindstream.decoder.network.WiringClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one stage of training runs: the network's own classes, the stage's loss ({@code
 * torchscript/training}) and a generated root with two methods, {@code parameters} (all trainable
 * tensors of the stage) and {@code forward} (one step of training).
 *
 * @param source modules and text
 * @param parameters names of the trainable tensors, in the order of {@code parameters}
 */
record TrainingSource(NetworkSource source, List<String> parameters) {

  private static final List<String> FILES =
      List.of("optimizer", "masked", "autoencoder", "condition", "diffusion");

  TrainingSource {
    parameters = List.copyOf(parameters);
  }

  /**
   * Puts a stage together.
   *
   * @param weights holds every tensor of the stage
   * @param still beginnings of the names of tensors that take part and do not learn
   * @throws IllegalArgumentException where a tensor is missing or no name begins as one of {@code
   *     still}; the message names it
   */
  static TrainingSource of(
      TrainingStage stage, Architecture architecture, Weights weights, List<String> still) {
    StageModules modules =
        new StageModules(new LayerModules(weights, ConvolutionKind.PLAIN), architecture);
    WiringClass root = new WiringClass("Training");
    ScriptModule module = modules.stage(stage);
    Map<String, String> keys = new LinkedHashMap<>(module.parameterKeys());
    still.forEach(beginning -> requireOne(keys.values(), beginning));
    keys.values().removeIf(name -> still.stream().anyMatch(name::startsWith));
    String self = root.add("stage", module);
    root.method("parameters", "() -> List[Tensor]", List.of("return " + listed(self, keys)));
    root.method("store", "(values: Tensor) -> int", List.of(stored()));
    root.method("forward", "(%s) -> List[Tensor]".formatted(arguments(stage)), step(stage, self));
    if (stage == TrainingStage.AUTOENCODER) {
      root.method("latents", "(x: Tensor) -> Tensor", List.of("return " + self + ".latents(x)"));
      root.method(
          "indices", "(z: Tensor) -> Tensor", List.of("return " + self + ".decoder.indices(z)"));
      root.method(
          "pictures", "(z: Tensor) -> Tensor", List.of("return " + self + ".decoder.forward(z)"));
    }
    Map<String, String> sources = sources(modules.wiring() + root.source());
    return new TrainingSource(
        new NetworkSource(root.module(), sources), new ArrayList<>(keys.values()));
  }

  private static void requireOne(Collection<String> names, String beginning) {
    if (names.stream().noneMatch(name -> name.startsWith(beginning))) {
      throw new IllegalArgumentException("no tensor of the stage begins with '" + beginning + "'");
    }
  }

  private static String listed(String self, Map<String, String> keys) {
    return keys.keySet().stream()
        .map(path -> "unchecked_cast(Tensor, %s.%s)".formatted(self, path))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String stored() {
    return "return __torch__.mindstream.optimizer.store((self).parameters(), values)";
  }

  private static String arguments(TrainingStage stage) {
    return "values: Tensor, m: Tensor, v: Tensor, average: Tensor, decayed: Tensor, rates: Tensor, "
        + stage.inputs().stream().map(name -> name + ": Tensor").collect(Collectors.joining(", "));
  }

  private static List<String> step(TrainingStage stage, String self) {
    return List.of(
        "loss = (%s).loss(%s)".formatted(self, String.join(", ", stage.inputs())),
        "norm = __torch__.mindstream.optimizer.update(loss, (self).parameters(), values, m, v,"
            + " average, decayed, rates)",
        "return [torch.detach(loss), norm]");
  }

  private static Map<String, String> sources(String wiring) {
    Map<String, String> sources = NetworkSource.sources(wiring, ConvolutionKind.PLAIN);
    FILES.forEach(
        file ->
            sources.put(
                NetworkSource.FOLDER + file + ".py",
                NetworkSource.resource("training/" + file + ".py")));
    return sources;
  }
}
