package io.mindstream.bridge.cli;

import io.mindstream.bridge.tcp.TcpVolumes;
import io.mindstream.bridge.tcp.VolumeChoice;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream listen tcp}. */
@Command(
    name = "tcp",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Publishes volumes that come over TCP after headers as MURFI knows them.",
    footer = {
      "",
      "The sender gives a connection to each volume, or one to all. A series ends",
      "with sizes of zero, with its connection, when the next begins, or when",
      "nothing comes. The next series is the next run. A lost volume leaves a",
      "hole, one that comes twice counts once. The format is described in",
      "deploy/docs/connect-a-scanner.md.",
      "",
      "Examples:",
      "  mindstream listen tcp --mask V1_mask.nii.gz --events run3.tsv",
      "  mindstream listen tcp --bind 192.168.2.1 --port 15000 --scan-type EPI",
      "  mindstream listen tcp --moco only --subject 01 --task viewing --run 03"
    })
public final class ListenTcpCommand implements Callable<Integer> {

  private static final int PORT = 15_000;

  /** What is done with volumes that the scanner corrected for motion. */
  enum Moco {
    /** They are left out. */
    IGNORE,
    /** Only they are taken. */
    ONLY
  }

  @Spec private @Nullable CommandSpec command;

  @Mixin private BindOptions bind = new BindOptions();

  @Option(
      names = "--moco",
      paramLabel = "ignore|only",
      defaultValue = "IGNORE",
      description =
          "Motion-corrected volumes: leave them out, or take no others (default: ignore).")
  private Moco moco = Moco.IGNORE;

  @Option(
      names = "--scan-type",
      paramLabel = "NAME",
      description = "Take only volumes of this scanType, such as EPI (default: any).")
  private @Nullable String scanType;

  @Mixin private PushedOptions pushed = new PushedOptions();

  /** Made by picocli. */
  public ListenTcpCommand() {}

  @Override
  public Integer call() throws Exception {
    VolumeChoice choice = new VolumeChoice(moco == Moco.ONLY, Optional.ofNullable(scanType));
    return pushed.play(
        command,
        (options, notes) ->
            PushedOptions.Opened.of(TcpVolumes.open(bind.address(PORT), choice, options, notes)));
  }
}
