package io.mindstream.decoder.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects names and shapes; knows which tensors a kind of layer has. */
public final class ShapeList {

  private final String prefix;
  private final Map<String, long[]> shapes;

  public ShapeList() {
    this("", new LinkedHashMap<>());
  }

  private ShapeList(String prefix, Map<String, long[]> shapes) {
    this.prefix = prefix;
    this.shapes = shapes;
  }

  /** The same list, where names begin with a further prefix. */
  public ShapeList at(String name) {
    return new ShapeList(prefix + name, shapes);
  }

  public Map<String, long[]> all() {
    return Collections.unmodifiableMap(shapes);
  }

  public void put(String name, long... shape) {
    shapes.put(prefix + name, shape);
  }

  /** Layer norm or group norm. */
  public void norm(String name, int channels) {
    put(name + ".weight", channels);
    put(name + ".bias", channels);
  }

  public void linear(String name, int in, int out) {
    projection(name, in, out);
    put(name + ".bias", out);
  }

  /** A linear layer without bias. */
  void projection(String name, int in, int out) {
    put(name + ".weight", out, in);
  }

  /** One-dimensional, kernel 1. */
  void conv1d(String name, int in, int out) {
    put(name + ".weight", out, in, 1);
    put(name + ".bias", out);
  }

  public void conv(String name, int in, int out, int kernel) {
    put(name + ".weight", out, in, kernel, kernel);
    put(name + ".bias", out);
  }
}
