package io.mindstream.decoder.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One module instance of a TorchScript archive: a class of the source text, and a value for each
 * attribute that the class declares. Built once, then read.
 */
public final class ScriptModule {

  /** All classes of the archive are below this name. */
  static final String ROOT = "__torch__.mindstream.";

  /** A value of an attribute. */
  sealed interface Attribute {

    /** A trainable tensor, under its name in the bundle. */
    record Parameter(String key) implements Attribute {}

    /** An optional tensor that the model does not have. */
    record Absent() implements Attribute {}

    /** A module inside this one. */
    record Child(ScriptModule module) implements Attribute {}

    /** An int. */
    record Whole(int value) implements Attribute {}

    /** A float. */
    record Real(double value) implements Attribute {}

    /** A bool. */
    record Flag(boolean value) implements Attribute {}
  }

  private final String type;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();

  /**
   * Makes a module without attributes.
   *
   * @param type class below {@link #ROOT}, such as {@code layers.Linear}
   */
  public ScriptModule(String type) {
    this.type = type;
  }

  /**
   * Gives an attribute its value.
   *
   * @return this module
   * @throws IllegalStateException where it has one already
   */
  public ScriptModule with(String name, Attribute value) {
    if (attributes.putIfAbsent(name, value) != null) {
      throw new IllegalStateException(type + " has two attributes " + name);
    }
    return this;
  }

  /** The same for a module inside this one. */
  public ScriptModule child(String name, ScriptModule module) {
    return with(name, new Attribute.Child(module));
  }

  /** The same for an int. */
  public ScriptModule whole(String name, int value) {
    return with(name, new Attribute.Whole(value));
  }

  /** The same for a bool. */
  public ScriptModule flag(String name, boolean value) {
    return with(name, new Attribute.Flag(value));
  }

  /** Module of the class, such as {@code __torch__.mindstream.layers}. */
  String namespace() {
    String qualified = ROOT + type;
    return qualified.substring(0, qualified.lastIndexOf('.'));
  }

  /** Name of the class inside its namespace. */
  String className() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** The class with its namespace. */
  String qualifiedName() {
    return ROOT + type;
  }

  Map<String, Attribute> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  /** Path in the archive (attributes joined by dots) to name in the bundle, of every parameter. */
  public Map<String, String> parameterKeys() {
    Map<String, String> keys = new LinkedHashMap<>();
    collect("", keys);
    return keys;
  }

  private void collect(String prefix, Map<String, String> into) {
    attributes.forEach(
        (name, value) -> {
          if (value instanceof Attribute.Parameter parameter) {
            into.put(prefix + name, parameter.key());
          } else if (value instanceof Attribute.Child child) {
            child.module().collect(prefix + name + ".", into);
          }
        });
  }
}
