package io.mindstream.standalone.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A pipeline that a command runs: it logs to its data folder, and stops with the command or when
 * the process is told to end (Ctrl-C, SIGTERM), also in the middle of its start.
 */
public final class PipelineSession implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration DELETE_LIMIT = Duration.ofSeconds(5);

  private final StopStack stops = new StopStack();
  private final Path data;

  /**
   * Takes a data folder.
   *
   * @param temporary true where the folder goes away with the session
   */
  public PipelineSession(Path data, boolean temporary) {
    this.data = data;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    if (temporary) {
      stops.add("data-folder", DELETE_LIMIT, new TemporaryFolder(data)::close);
    }
  }

  /** Starts the pipeline; returns once every service can take work. */
  public StandalonePipeline start(StandaloneSettings settings) throws IOException {
    Files.createDirectories(log().getParent());
    LogFile.use(log());
    StandalonePipeline pipeline = new StandalonePipeline(settings);
    stops.add("pipeline", STOP_LIMIT, pipeline::close);
    pipeline.start();
    return pipeline;
  }

  /** Where everything is logged. */
  public Path log() {
    return data.resolve("logs").resolve("mindstream.log");
  }

  @Override
  public void close() {
    stops.close();
  }
}
