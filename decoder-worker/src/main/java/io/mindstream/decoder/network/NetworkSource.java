package io.mindstream.decoder.network;

import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.model.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of one model before it is written: its module tree and its source text.
 *
 * @param root the {@code Network} of {@code network.py}
 * @param sources TorchScript text by its place in the archive
 */
public record NetworkSource(ScriptModule root, Map<String, String> sources) {

  private static final String LAYERS = "layers.py";
  private static final List<String> FILES =
      List.of(LAYERS, "encoder.py", "unet.py", "vq.py", "network.py");

  /** Where the classes lie in the archive. */
  public static final String FOLDER = "code/__torch__/mindstream/";

  /** Copies the map. */
  public NetworkSource {
    sources = Map.copyOf(sources);
  }

  /**
   * Puts the network together.
   *
   * @param architecture the sizes that the tensors' names do not tell
   * @param weights the tensors
   * @param convolutions which to use
   * @throws IllegalArgumentException where a tensor is missing; the message names it
   */
  static NetworkSource of(
      Architecture architecture, Weights weights, ConvolutionKind convolutions) {
    LayerModules layers = new LayerModules(weights, convolutions);
    EncoderModules encoder = new EncoderModules(layers, architecture.encoder());
    UnetModules unet = new UnetModules(layers, architecture.unet());
    UnetWiring blocks = new UnetWiring(layers, unet);
    LatentDecoderModules latent = new LatentDecoderModules(layers);
    ScriptModule root =
        new ScriptModule("network.Network")
            .flag("training", false)
            .child("encoder", encoder.encoder())
            .child("condition_stage", encoder.condition())
            .child("unet", unet.unet(blocks.module()))
            .child("latent_decoder", latent.decoder());
    String wiring = encoder.wiring() + blocks.source() + latent.wiring();
    return new NetworkSource(root, sources(wiring, convolutions));
  }

  /** All source text of the network with its wiring, by place in the archive. */
  public static Map<String, String> sources(String wiring, ConvolutionKind convolutions) {
    Map<String, String> sources = new LinkedHashMap<>();
    FILES.forEach(file -> sources.put(FOLDER + file, resource(file)));
    sources.merge(FOLDER + LAYERS, resource(convolutions.resource()), String::concat);
    sources.put(FOLDER + "wiring.py", wiring);
    return sources;
  }

  /** Source text of a resource below torchscript/. */
  public static String resource(String file) {
    try (InputStream in = NetworkSource.class.getResourceAsStream("/torchscript/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource torchscript/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
