package io.mindstream.bridge.cli;

import io.mindstream.bridge.recorded.RunExport;
import io.mindstream.bridge.recorded.RunExport.Written;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes a recorded run as a BIDS folder, with what was decoded of it.",
    footer = {
      "",
      "The folder is new, empty, or one that an export made: then the run is added.",
      "",
      "Examples:",
      "  mindstream sessions                                   lists what is recorded",
      "  mindstream export --run sub-01_task-viewing_run-03 --out study/",
      "  mindstream export --run sub-01_task-viewing_run-03 --out files/ --nifti",
      "  mindstream replay --source study/                     plays it again"
    })
public final class ExportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "RUN",
      description = "A recorded run: sub-01_ses-02_task-viewing_run-03.")
  private @Nullable String run;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder that is written.")
  private @Nullable Path out;

  @Option(names = "--nifti", description = "The series and its sidecar alone, straight into DIR.")
  private boolean nifti;

  @Option(
      names = "--play",
      paramLabel = "N",
      description = "Which play of the run (default: the longest, of several the newest).")
  private @Nullable Integer play;

  @Mixin private StoreOptions where = new StoreOptions();

  /** Made by picocli. */
  public ExportCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(command, this::export);
  }

  private int export(FeedPlayer player) {
    RunId id = RunId.parse(Objects.requireNonNull(run));
    Path folder = Objects.requireNonNull(out);
    try (ObjectStore store = where.open()) {
      RunExport export = new RunExport(store, Topics.standard(), id, Optional.ofNullable(play));
      Written written = nifti ? export.nifti(folder) : export.bids(folder);
      player.say("wrote " + written.series());
      if (!nifti) {
        player.say(
            "%d events, %d files of results below derivatives"
                .formatted(written.events(), written.results()));
      }
      if (written.missing() > 0) {
        player.note(
            "note: %d volumes were never published and are zeros in the series"
                .formatted(written.missing()));
      }
      return ExitCode.OK;
    }
  }
}
