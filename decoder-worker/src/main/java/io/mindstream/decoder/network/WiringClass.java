package io.mindstream.decoder.network;

import io.mindstream.decoder.network.ScriptModule.Attribute;
import java.util.ArrayList;
import java.util.List;

/**
 * A generated class: the wiring of child modules whose number depends on the model's sizes. Holds
 * nothing but children and the lines that call them.
 */
public final class WiringClass {

  private final ScriptModule module;
  private final List<String> methods = new ArrayList<>();

  /**
   * A class without children.
   *
   * @param name below {@code wiring}, such as {@code UnetBlocks}
   */
  public WiringClass(String name) {
    module = new ScriptModule("wiring." + name);
  }

  /** Its only instance, which has the children. */
  public ScriptModule module() {
    return module;
  }

  /** Adds a child and gives the text that names it. */
  public String add(String name, ScriptModule child) {
    module.child(name, child);
    return "(self." + name + ")";
  }

  /**
   * Adds a method.
   *
   * @param signature arguments after self, and the result: {@code (h: Tensor) -> Tensor}
   * @param lines its body, not indented
   */
  public void method(String name, String signature, List<String> lines) {
    String arguments = signature.substring(1);
    StringBuilder text = new StringBuilder();
    text.append("  def %s(self: %s, %s:\n".formatted(name, module.qualifiedName(), arguments));
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    methods.add(text.toString());
  }

  /** The class as TorchScript. */
  public String source() {
    StringBuilder text = new StringBuilder("class " + module.className() + "(Module):\n");
    text.append("  __parameters__ = []\n  __buffers__ = []\n");
    module
        .attributes()
        .forEach(
            (name, value) ->
                text.append(
                    "  %s : %s\n"
                        .formatted(name, ((Attribute.Child) value).module().qualifiedName())));
    methods.forEach(text::append);
    return text.append('\n').toString();
  }
}
