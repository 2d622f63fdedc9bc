package io.mindstream.decoder.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An instance of a class that this reader does not know: a name and a plain map. */
public final class PickleObject {

  private final PickleGlobal type;
  private final List<Object> arguments;
  private Map<Object, Object> attributes = new LinkedHashMap<>();

  PickleObject(PickleGlobal type, List<Object> arguments) {
    this.type = type;
    this.arguments = arguments;
  }

  /** The name of its class. */
  public PickleGlobal type() {
    return type;
  }

  /** What its constructor was to be given. */
  public List<Object> arguments() {
    return arguments;
  }

  /** Its attributes, and its entries where it is a kind of dictionary. */
  public Map<Object, Object> attributes() {
    return attributes;
  }

  /** Takes the given map over, uncopied: a pickle may give one map to many objects. */
  void setAttributes(Map<Object, Object> attributes) {
    this.attributes = attributes;
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
