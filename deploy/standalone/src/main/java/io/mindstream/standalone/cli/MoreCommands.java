package io.mindstream.standalone.cli;

import java.util.List;

/**
 * Commands that another module adds to the launcher; found with {@link java.util.ServiceLoader}, so
 * that an installation without that module has the others.
 */
public interface MoreCommands {

  /** Annotated picocli commands, in the order in which the help lists them. */
  List<Object> commands();
}
