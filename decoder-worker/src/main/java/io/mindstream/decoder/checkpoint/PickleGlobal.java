package io.mindstream.decoder.checkpoint;

/**
 * The name of a Python class or function. Only a name: nothing is looked up or run.
 *
 * @param module for example {@code collections}
 * @param name for example {@code OrderedDict}
 */
public record PickleGlobal(String module, String name) {

  @Override
  public String toString() {
    return module + "." + name;
  }
}
