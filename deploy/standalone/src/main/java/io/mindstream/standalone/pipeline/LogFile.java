package io.mindstream.standalone.pipeline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the log to a file, so that the console is left to what people must see. */
final class LogFile {

  private static final String PATTERN = "%d{ISO8601} %-5level %thread %logger{30} %msg%n";

  private LogFile() {}

  /** From now on everything is logged to the end of this file, and nothing to the console. */
  static void use(Path file) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender(context, file));
    root.setLevel(Level.WARN);
    context.getLoggerList().forEach(logger -> inherit(logger, root));
    context.getLogger("io.mindstream").setLevel(Level.INFO);
  }

  /** The console's exceptions are not the file's. */
  private static void inherit(Logger logger, Logger root) {
    if (logger != root) {
      logger.setLevel(null);
    }
  }

  private static FileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
