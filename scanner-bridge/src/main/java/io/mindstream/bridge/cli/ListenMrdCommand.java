package io.mindstream.bridge.cli;

import io.mindstream.bridge.mrd.MrdChoice;
import io.mindstream.bridge.mrd.MrdImages;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream listen mrd}. */
@Command(
    name = "mrd",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Publishes MRD (ISMRMRD) images that a reconstruction sends over TCP.",
    footer = {
      "",
      "Each connection is a measurement and a run; its repetitions are volumes,",
      "whole or slice by slice. The TR is that of the XML header, or --tr. Raw",
      "data are refused: let Gadgetron or the like reconstruct them first.",
      "",
      "Examples:",
      "  mindstream listen mrd --mask V1_mask.nii.gz --events run3.tsv",
      "  mindstream listen mrd --port 9002 --bind 192.168.2.1 --tr 1.5",
      "  mindstream listen mrd --contrast 1 --series 2 --once"
    })
public final class ListenMrdCommand implements Callable<Integer> {

  private static final int PORT = 9002;

  @Spec private @Nullable CommandSpec command;

  @Mixin private BindOptions bind = new BindOptions();

  @Option(
      names = "--contrast",
      paramLabel = "N",
      defaultValue = "0",
      description = "Take images of this echo, counted from 0 (default: ${DEFAULT-VALUE}).")
  private int contrast;

  @Option(
      names = "--series",
      paramLabel = "N",
      description = "Take images of this image_series_index (default: the first image's).")
  private @Nullable Integer series;

  @Mixin private PushedOptions pushed = new PushedOptions();

  /** Made by picocli. */
  public ListenMrdCommand() {}

  @Override
  public Integer call() throws Exception {
    OptionalInt chosen = series == null ? OptionalInt.empty() : OptionalInt.of(series);
    MrdChoice choice = new MrdChoice(contrast, chosen);
    return pushed.play(
        command,
        (options, notes) ->
            PushedOptions.Opened.of(MrdImages.open(bind.address(PORT), choice, options, notes)));
  }
}
