package io.mindstream.bridge.cli;

import io.mindstream.bridge.dicom.DicomFolder;
import io.mindstream.bridge.dicom.FoundSeries;
import io.mindstream.bridge.dicom.SeriesFile;
import io.mindstream.bridge.dicom.SeriesTable;
import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream volumes}. */
@Command(
    name = "volumes",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Says or writes which volumes the bridge makes of DICOM files.",
    footer = {
      "",
      "Reads Siemens mosaics, enhanced objects and one slice a file of Siemens, GE,",
      "Philips, UIH and others; uncompressed, deflated, RLE, lossless JPEG and JPEG",
      "2000. Each echo is a series.",
      "Only whole volumes are written; what lacks or is ignored is noted. Nothing",
      "that identifies a person is written or said.",
      "",
      "Several series become OUT-1.nii.gz, OUT-2.nii.gz; each has a BIDS sidecar.",
      "",
      "Examples:",
      "  mindstream volumes --source /export/dicom --describe",
      "  mindstream volumes --source /export/dicom --nifti run1.nii.gz",
      "  mindstream volumes --source IM0001.dcm --describe --json",
      "  mindstream volumes --source DIR --nifti m.nii.gz --series-description 'MoCo*'"
    })
public final class VolumesCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "DIR",
      description = "Folder with DICOM files, at any depth and of any name, or one file.")
  private @Nullable Path source;

  @ArgGroup(multiplicity = "1")
  private Output output = new Output();

  @Option(names = "--json", description = "With --describe: as JSON.")
  private boolean json;

  @Mixin private SeriesOptions chosen = new SeriesOptions();

  /** What comes out. */
  static final class Output {
    @Option(names = "--nifti", paramLabel = "OUT.nii.gz", description = "Write volumes here.")
    private @Nullable Path nifti;

    @Option(names = "--describe", description = "Say what is there; write nothing.")
    private boolean describe;
  }

  /** Made by picocli. */
  public VolumesCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(command, player -> run());
  }

  private int run() {
    PrintWriter err = Objects.requireNonNull(command).commandLine().getErr();
    PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
    if (output.nifti != null && !output.nifti.toString().matches(".*\\.nii(\\.gz)?")) {
      throw new IllegalArgumentException("--nifti must end in .nii or .nii.gz");
    }
    AssemblySettings usual = AssemblySettings.usual();
    AssemblySettings settings = new AssemblySettings(usual.grace(), usual.zone(), chosen.choice());
    Path from = Objects.requireNonNull(source);
    List<FoundSeries> series =
        new DicomFolder(from).read(settings, note -> err.println("note: " + note));
    if (output.describe || output.nifti == null) {
      out.print(
          json ? SeriesTable.json(series) + System.lineSeparator() : SeriesTable.text(series));
      out.flush();
      return 0;
    }
    notes(series, err);
    write(from, series, new SeriesFile(output.nifti), out);
    return 0;
  }

  private static void notes(List<FoundSeries> series, PrintWriter err) {
    for (FoundSeries found : series) {
      found
          .gaps()
          .forEach(
              gap ->
                  err.printf(
                      "note: %s: volume %d is not whole and left out: %s%n",
                      found.title(), gap.index(), gap.reason()));
      found
          .ignored()
          .forEach(
              (reason, count) ->
                  err.printf("note: %s: %d ignored: %s%n", found.title(), count, reason));
    }
  }

  private static void write(
      Path source, List<FoundSeries> all, SeriesFile target, PrintWriter out) {
    List<FoundSeries> series = all.stream().filter(FoundSeries::hasVolumes).toList();
    if (series.isEmpty()) {
      throw new DicomException(
          source.toString(), "holds no whole volume; run mindstream volumes --describe to see why");
    }
    for (int i = 0; i < series.size(); i++) {
      SeriesFile file = series.size() == 1 ? target : target.numbered(i + 1);
      file.write(series.get(i).volumes());
      out.printf(
          "%s: %s, %d volumes of %s%n",
          file.nifti(),
          series.get(i).title(),
          series.get(i).volumes().size(),
          series.get(i).volumes().get(0).shape());
    }
    out.flush();
  }
}
