package io.mindstream.bridge.cli;

import io.mindstream.bridge.recorded.SessionTable;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream sessions}. */
@Command(
    name = "sessions",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lists the runs that are recorded in a pipeline's object store.",
    footer = {
      "",
      "A run that was played again under its own id has a line for each play.",
      "",
      "Examples:",
      "  mindstream sessions                              of the usual data folder",
      "  mindstream sessions --data second --json         of another one, for scripts",
      "  mindstream sessions --s3-endpoint https://s3:9000 --bucket lab",
      "  mindstream replay --run RUN                      plays one of them again",
      "  mindstream export --run RUN --out DIR            writes one as a BIDS folder"
    })
public final class SessionsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Mixin private StoreOptions where = new StoreOptions();

  @Option(names = "--json", description = "The recordings' indices as one JSON array.")
  private boolean json;

  /** Made by picocli. */
  public SessionsCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(command, this::list);
  }

  private int list(FeedPlayer player) {
    try (ObjectStore store = where.open()) {
      List<RecordingIndex> all = Recording.all(store);
      if (json) {
        player.say(new String(Documents.write(all), StandardCharsets.UTF_8));
      } else if (all.isEmpty()) {
        player.say(
            "no run is recorded in "
                + store.address()
                + "; mindstream demo plays and records some");
      } else {
        SessionTable.of(all, Topics.standard()).lines().forEach(player::say);
      }
      return ExitCode.OK;
    }
  }
}
