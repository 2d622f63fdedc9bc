package io.mindstream.standalone.cli;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line why a command failed: the innermost message, since frameworks wrap what went
 * wrong in what they were doing. The stack goes to the log, and to the console with --verbose.
 */
final class FailureMessage implements IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FailureMessage.class);

  /** The option that shows the stack. */
  static final String VERBOSE = "--verbose";

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    LOG.info("command failed", failure);
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText("mindstream: " + message(failure)));
    if (parsed.originalArgs().contains(VERBOSE)) {
      failure.printStackTrace(err);
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String message(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && !hasOwnWords(innermost)) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null || message.isBlank() ? innermost.toString() : message;
  }

  /** Our own exceptions say what to do; what they wrap is detail. */
  private static boolean hasOwnWords(Throwable failure) {
    return failure.getClass().getName().startsWith("io.mindstream.");
  }
}
