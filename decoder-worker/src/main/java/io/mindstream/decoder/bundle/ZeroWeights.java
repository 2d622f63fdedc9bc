package io.mindstream.decoder.bundle;

import io.mindstream.decoder.checkpoint.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tensors of which only the shapes matter: every number is zero, so that they pack to nothing. */
public final class ZeroWeights implements Weights {

  private final Map<String, TensorSpec> specs;

  private ZeroWeights(Map<String, TensorSpec> specs) {
    this.specs = Collections.unmodifiableMap(specs);
  }

  /** Zeros in the shapes of these weights. */
  public static ZeroWeights like(Weights weights) {
    Map<String, TensorSpec> specs = new LinkedHashMap<>();
    weights.names().forEach(name -> specs.put(name, weights.spec(name)));
    return new ZeroWeights(specs);
  }

  /** Zeros in these shapes, by name. */
  public static ZeroWeights of(Map<String, long[]> shapes) {
    Map<String, TensorSpec> specs = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> specs.put(name, new TensorSpec(ElementType.FLOAT32, shape)));
    return new ZeroWeights(specs);
  }

  @Override
  public Set<String> names() {
    return specs.keySet();
  }

  @Override
  public TensorSpec spec(String name) {
    TensorSpec spec = specs.get(name);
    if (spec == null) {
      throw new BundleException("there is no tensor '" + name + "'");
    }
    return spec;
  }

  @Override
  public ByteBuffer data(String name) {
    int bytes = Math.toIntExact(Math.multiplyExact(spec(name).elements(), Float.BYTES));
    return ByteBuffer.allocate(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
