package io.mindstream.bridge.cli;

import io.mindstream.bridge.dimse.DimseListener;
import io.mindstream.bridge.dimse.DimseSettings;
import io.mindstream.bridge.dimse.ReceivedFolder;
import io.mindstream.bridge.source.FeedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream listen dicom}. */
@Command(
    name = "dicom",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Receives MR images by DICOM C-STORE and stores them as files, until Ctrl-C.",
    footer = {
      "",
      "MR, Enhanced MR and Legacy Converted Enhanced MR images are taken,",
      "uncompressed or losslessly compressed. Files appear whole, under names that",
      "say nothing of whom they show.",
      "",
      "Examples:",
      "  mindstream listen dicom --to-folder received",
      "  mindstream listen dicom --to-folder received --bind 192.168.2.1 --port 104 \\",
      "      --ae-title MINDSTREAM --check-called --allow MRC40123,MRC40124"
    })
public final class ListenDicomCommand implements Callable<Integer> {

  private static final int PORT = 11_112;

  @Spec private @Nullable CommandSpec command;

  @Mixin private BindOptions bind = new BindOptions();

  @Option(
      names = "--to-folder",
      required = true,
      paramLabel = "DIR",
      description = "Where the files go; made where it lacks.")
  private @Nullable Path folder;

  @Option(
      names = "--ae-title",
      paramLabel = "TITLE",
      defaultValue = "MINDSTREAM",
      description = "Own AE title (default: ${DEFAULT-VALUE}).")
  private String aeTitle = "";

  @Option(
      names = "--check-called",
      description = "Refuse who calls another AE title than one's own.")
  private boolean checkCalled;

  @Option(
      names = "--allow",
      paramLabel = "TITLE",
      split = ",",
      description = "AE titles that may connect (default: any).")
  private Set<String> allowed = Set.of();

  /** Made by picocli. */
  public ListenDicomCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(command, player -> receive());
  }

  private int receive() throws InterruptedException {
    PrintWriter err = Objects.requireNonNull(command).commandLine().getErr();
    Path target = Objects.requireNonNull(folder);
    DimseSettings settings =
        new DimseSettings(bind.address(PORT), aeTitle).only(allowed, checkCalled);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (DimseListener listener = DimseListener.open(settings, stored(target))) {
      Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown, "dicom-shutdown"));
      BindOptions.warning(listener.address()).ifPresent(err::println);
      err.printf(
          "listening for DICOM objects at %s port %d as %s, into %s; Ctrl-C ends%n",
          listener.address().getAddress().getHostAddress(),
          listener.address().getPort(),
          aeTitle,
          target);
      err.flush();
      interrupted.await();
    }
    return CommandLine.ExitCode.OK;
  }

  private static ReceivedFolder stored(Path folder) {
    try {
      return new ReceivedFolder(folder);
    } catch (IOException e) {
      throw new FeedException(
          "%s cannot be made or read (%s); give another --to-folder"
              .formatted(folder, e.getMessage()));
    }
  }
}
