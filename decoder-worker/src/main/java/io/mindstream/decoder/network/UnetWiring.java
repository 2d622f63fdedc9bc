package io.mindstream.decoder.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The wiring of the UNet's blocks: which there are, what each is made of, and which skip goes
 * where. Read off the names of the bundle's tensors: {@code input_blocks.N.M}, {@code
 * middle_block.M}, {@code output_blocks.N.M}, where M is a ResBlock, a SpatialTransformer, a
 * convolution, or one that halves or doubles the resolution.
 */
public final class UnetWiring {

  private final LayerModules layers;
  private final UnetModules modules;
  private final WiringClass blocks = new WiringClass("UnetBlocks");
  private final List<String> lines = new ArrayList<>();
  private final List<String> stages = new ArrayList<>();
  private final List<String> contexts = new ArrayList<>();

  /** Wires the blocks that the bundle has. */
  public UnetWiring(LayerModules layers, UnetModules modules) {
    this.layers = layers;
    this.modules = modules;
    wire();
  }

  /** All blocks, the first argument of {@link UnetModules#unet}. */
  public ScriptModule module() {
    return blocks.module();
  }

  /** The generated class of the blocks, as TorchScript. */
  public String source() {
    return blocks.source();
  }

  private void wire() {
    Deque<String> skips = new ArrayDeque<>();
    lines.add("h = x");
    for (int n = 0; layers.hasAny(UnetModules.UNET + ".input_blocks." + n); n++) {
      skips.push(stage("in_" + n, UnetModules.UNET + ".input_blocks." + n));
    }
    stage("mid", UnetModules.UNET + ".middle_block");
    for (int n = 0; layers.hasAny(UnetModules.UNET + ".output_blocks." + n); n++) {
      lines.add("h = torch.cat([h, " + skips.pop() + "], 1)");
      stage("out_" + n, UnetModules.UNET + ".output_blocks." + n);
    }
    lines.add("return [" + String.join(", ", stages) + "]");
    blocks.method(
        "forward", "(x: Tensor, emb: Tensor, condition: List[Tensor]) -> List[Tensor]", lines);
    blocks.method(
        "keys_values",
        "(context: Tensor) -> List[Tensor]",
        List.of("return [" + String.join(", ", contexts) + "]"));
  }

  /** Runs the parts of one block in a row and keeps the result under the block's name. */
  private String stage(String name, String prefix) {
    for (int m = 0; layers.hasAny(prefix + "." + m); m++) {
      part(name + "_" + m, prefix + "." + m);
    }
    lines.add(name + " = h");
    stages.add(name);
    return name;
  }

  private void part(String name, String prefix) {
    if (layers.hasAny(prefix + ".in_layers")) {
      lines.add("h = %s.forward(h, emb)".formatted(blocks.add(name, modules.resBlock(prefix))));
    } else if (layers.hasAny(prefix + ".proj_in")) {
      transformer(name, prefix);
    } else {
      lines.add("h = %s.forward(h)".formatted(blocks.add(name, resampling(prefix))));
    }
  }

  private ScriptModule resampling(String prefix) {
    if (layers.hasAny(prefix + ".op")) {
      return layers.convolution(prefix + ".op", 2);
    }
    return layers.hasAny(prefix + ".conv") ? layers.upsample(prefix) : layers.convolution(prefix);
  }

  private void transformer(String name, String prefix) {
    String around = blocks.add(name, modules.spatialTransformer(prefix));
    lines.add("y = %s.enter(h)".formatted(around));
    for (int j = 0; layers.hasAny(prefix + ".transformer_blocks." + j); j++) {
      String block =
          blocks.add(
              name + "_block_" + j, modules.transformerBlock(prefix + ".transformer_blocks." + j));
      contexts.add(block + ".keys(context)");
      contexts.add(block + ".values(context)");
      int keys = contexts.size() - 1; // condition[0] is the time condition
      lines.add("y = %s.forward(y, condition[%d], condition[%d])".formatted(block, keys, keys + 1));
    }
    lines.add("h = %s.leave(y, h)".formatted(around));
  }
}
