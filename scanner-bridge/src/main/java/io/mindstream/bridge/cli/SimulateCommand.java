package io.mindstream.bridge.cli;

import io.mindstream.bridge.source.SimulatedScanner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream simulate}. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Scans a simulated subject who looks at drawn pictures; to Kafka, or into a folder.",
    footer = {
      "",
      "The same options always give the same bytes.",
      "",
      "Examples:",
      "  mindstream simulate --speed 4                  plays to Kafka",
      "  mindstream simulate --out session/ --runs 10   writes a folder for replay",
      "  mindstream simulate --volume-shape 104x104x72 --tr 0.8   real volume sizes"
    })
public final class SimulateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes the session as a folder in BIDS form; nothing goes to Kafka.")
  private @Nullable Path out;

  @Mixin private SimulationOptions simulation = new SimulationOptions();

  @Option(
      names = "--tr",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "Repetition time (default: ${DEFAULT-VALUE}).")
  private double repetitionTime;

  @Mixin private PlayOptions play = new PlayOptions();

  /** Made by picocli. */
  public SimulateCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(
        command,
        player -> {
          SimulatedScanner scanner = new SimulatedScanner(simulation.settings(repetitionTime));
          return out == null
              ? player.play(scanner, play.bridge(), play.playback(player))
              : player.write(scanner, out);
        });
  }
}
