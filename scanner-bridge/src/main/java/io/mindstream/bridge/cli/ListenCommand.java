package io.mindstream.bridge.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mindstream listen}: a scanner connects and pushes. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Waits for a scanner that pushes its volumes over the network.",
    subcommands = {ListenTcpCommand.class, ListenMrdCommand.class, ListenDicomCommand.class},
    footer = {
      "",
      "A scanner that writes files instead is followed by mindstream watch.",
      "",
      "Examples:",
      "  mindstream listen tcp --port 15000 --mask V1_mask.nii.gz",
      "  mindstream listen mrd --port 9002 --events run-{run}_events.tsv",
      "  mindstream listen dicom --port 11112 --to-folder received",
      "  mindstream listen tcp --help            what a format takes"
    })
public final class ListenCommand implements Runnable {

  @Spec private @Nullable CommandSpec command;

  /** Made by picocli. */
  public ListenCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(command).commandLine(), "say what to listen for: tcp, mrd or dicom");
  }
}
