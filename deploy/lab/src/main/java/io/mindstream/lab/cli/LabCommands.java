package io.mindstream.lab.cli;

import io.mindstream.standalone.cli.MoreCommands;
import java.util.List;

/** What the laboratory adds to the launcher. */
public final class LabCommands implements MoreCommands {

  @Override
  public List<Object> commands() {
    return List.of(new VectorsCommand(), new TrainCommand(), new EvaluateCommand());
  }
}
