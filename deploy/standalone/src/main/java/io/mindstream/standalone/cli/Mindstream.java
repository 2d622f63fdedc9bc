package io.mindstream.standalone.cli;

import io.mindstream.bridge.cli.ExportCommand;
import io.mindstream.bridge.cli.ListenCommand;
import io.mindstream.bridge.cli.ReplayCommand;
import io.mindstream.bridge.cli.RoiCommand;
import io.mindstream.bridge.cli.ScannerCommand;
import io.mindstream.bridge.cli.SessionsCommand;
import io.mindstream.bridge.cli.SimulateCommand;
import io.mindstream.bridge.cli.VolumesCommand;
import io.mindstream.bridge.cli.WatchCommand;
import io.mindstream.decoder.cli.DecodeCommand;
import io.mindstream.decoder.cli.ModelCommand;
import java.util.ServiceLoader;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: says what there is. */
@Command(
    name = "mindstream",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Decodes what a person sees from fMRI while the scanner is running: a scanner feed goes in,"
            + " decoded images come out on a live dashboard and in object storage.",
    subcommands = {
      DemoCommand.class,
      StandaloneCommand.class,
      TopicsCommand.class,
      TailCommand.class,
      DeadLettersCommand.class,
      RoiCommand.class,
      ReplayCommand.class,
      SessionsCommand.class,
      ExportCommand.class,
      PreprocessCommand.class,
      SimulateCommand.class,
      WatchCommand.class,
      ListenCommand.class,
      ScannerCommand.class,
      VolumesCommand.class,
      DoctorCommand.class,
      ModelCommand.class,
      DecodeCommand.class,
      AutoComplete.GenerateCompletion.class,
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream demo                        a simulated session; watch it on the dashboard",
      "  mindstream demo --source DIR --once    play a BIDS folder as fast as it goes, and exit",
      "  mindstream standalone --model BUNDLE   the pipeline alone; waits for a scanner feed",
      "  mindstream sessions                    the runs that are recorded",
      "  mindstream replay --run RUN            plays one of them again; --model BUNDLE: by another",
      "  mindstream export --run RUN --out DIR  writes one of them as a BIDS folder",
      "  mindstream preprocess --run RUN        makes its vectors again, by another recipe",
      "  mindstream roi publish --mask FILE     which voxels are decoded, also by an earlier mask",
      "  mindstream watch --source DIR          volumes that a scanner writes into a folder",
      "  mindstream listen tcp|mrd|dicom        a scanner that pushes over the network",
      "  mindstream scanner --vendor ge         the other end: plays a session as a scanner does",
      "  source <(mindstream generate-completion)   completion in bash and zsh",
      "  mindstream COMMAND --help              what a command takes, with examples",
      "  mindstream service image-sink --help   one service as a process of its own",
      "  mindstream test                        build everything and run all tests (mvn verify)"
    })
public final class Mindstream implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command line, ready to execute. */
  public static CommandLine commandLine() {
    CommandLine root = new CommandLine(new Mindstream(), new CommandFactory());
    ServiceLoader.load(MoreCommands.class).stream()
        .flatMap(more -> more.get().commands().stream())
        .forEach(root::addSubcommand);
    return root.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new FailureMessage());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given; see the list below");
  }
}
