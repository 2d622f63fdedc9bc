package io.mindstream.decoder.network;

import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.network.ScriptModule.Attribute;

/** The leaves of {@code layers.py}, filled from tensors of the bundle. */
public final class LayerModules {

  private final Weights weights;
  private final ConvolutionKind convolutions;

  /**
   * Layers of one bundle.
   *
   * @param weights asked for names alone
   * @param convolutions how convolutions are run
   */
  public LayerModules(Weights weights, ConvolutionKind convolutions) {
    this.weights = weights;
    this.convolutions = convolutions;
  }

  /** Whether the bundle has this tensor. */
  boolean has(String key) {
    return weights.names().contains(key);
  }

  /** Whether the bundle has tensors below this prefix. */
  public boolean hasAny(String prefix) {
    return weights.names().stream().anyMatch(name -> name.startsWith(prefix + "."));
  }

  /**
   * A tensor that must be there.
   *
   * @throws IllegalArgumentException where it is not
   */
  public Attribute required(String key) {
    if (!has(key)) {
      throw new IllegalArgumentException(
          "the model bundle has no tensor '" + key + "'; import it again from a whole checkpoint");
    }
    return new Attribute.Parameter(key);
  }

  /** A tensor that is left out where the bundle has none. */
  Attribute optional(String key) {
    return has(key) ? new Attribute.Parameter(key) : new Attribute.Absent();
  }

  /** A linear layer, of a tensor {@code PREFIX.weight} and perhaps {@code PREFIX.bias}. */
  public ScriptModule linear(String prefix) {
    return new ScriptModule("layers.Linear")
        .with("weight", required(prefix + ".weight"))
        .with("bias", optional(prefix + ".bias"));
  }

  /** A normalisation over the last axis. */
  public ScriptModule layerNorm(String prefix) {
    return affine("layers.LayerNorm", prefix);
  }

  /**
   * A normalisation over 32 groups of channels.
   *
   * @param eps added to the variance
   */
  public ScriptModule groupNorm(String prefix, double eps) {
    return affine("layers.GroupNorm", prefix).with("eps", new Attribute.Real(eps));
  }

  /** A convolution of stride 1 that keeps height and width. */
  public ScriptModule convolution(String prefix) {
    return convolution(prefix, 1);
  }

  /** The same with a stride: 2 halves height and width. */
  public ScriptModule convolution(String prefix, int stride) {
    ScriptModule module = affine("layers.Convolution", prefix).whole("stride", stride);
    return convolutions == ConvolutionKind.PACKED
        ? module.with("packed", new Attribute.Absent())
        : module;
  }

  ScriptModule upsample(String prefix) {
    return new ScriptModule("layers.Upsample").child("conv", convolution(prefix + ".conv"));
  }

  ScriptModule shortcut(String prefix) {
    return absentOrAffine("layers.Shortcut", prefix);
  }

  ScriptModule tokenMap(String prefix) {
    return absentOrAffine("layers.TokenMap", prefix);
  }

  private ScriptModule affine(String type, String prefix) {
    return new ScriptModule(type)
        .with("weight", required(prefix + ".weight"))
        .with("bias", required(prefix + ".bias"));
  }

  private ScriptModule absentOrAffine(String type, String prefix) {
    return new ScriptModule(type)
        .with("weight", optional(prefix + ".weight"))
        .with("bias", optional(prefix + ".bias"));
  }
}
