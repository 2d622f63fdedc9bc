package io.mindstream.benchmarks;

import io.mindstream.benchmarks.cuda.CudaPackCommand;
import io.mindstream.benchmarks.dashboard.DashboardCommand;
import io.mindstream.benchmarks.network.ImageCommand;
import io.mindstream.benchmarks.network.OperatorsCommand;
import io.mindstream.benchmarks.network.PredictionCommand;
import io.mindstream.benchmarks.network.SamplersCommand;
import io.mindstream.benchmarks.picture.PictureCommand;
import io.mindstream.benchmarks.preprocess.PreprocessCommand;
import io.mindstream.benchmarks.realign.RealignCommand;
import io.mindstream.benchmarks.scanner.ScannerCommand;
import io.mindstream.benchmarks.signal.SignalCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the script {@code deploy/benchmarks/run}. */
@Command(
    name = "deploy/benchmarks/run",
    mixinStandardHelpOptions = true,
    description =
        "Measures the decoder, the scanner feed, the stream and the dashboard, beside others.",
    subcommands = {
      PredictionCommand.class,
      ImageCommand.class,
      OperatorsCommand.class,
      SamplersCommand.class,
      CudaPackCommand.class,
      ScannerCommand.class,
      PictureCommand.class,
      DashboardCommand.class,
      SignalCommand.class,
      PreprocessCommand.class,
      RealignCommand.class
    })
public final class Benchmarks {

  private Benchmarks() {}

  /** Runs one benchmark; its exit code is the process's. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Benchmarks())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .execute(args));
  }
}
