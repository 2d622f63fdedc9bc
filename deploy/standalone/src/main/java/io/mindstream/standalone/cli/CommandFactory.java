package io.mindstream.standalone.cli;

import io.mindstream.bridge.cli.ReplayCommand;
import io.mindstream.standalone.replay.ReplayDecoding;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives a command of one part what only another part has. */
final class CommandFactory implements IFactory {

  private final IFactory usual = CommandLine.defaultFactory();

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type.equals(ReplayCommand.class)
        ? type.cast(new ReplayCommand(new ReplayDecoding()))
        : usual.create(type);
  }
}
