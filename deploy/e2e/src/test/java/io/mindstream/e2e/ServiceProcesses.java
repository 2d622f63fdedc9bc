package io.mindstream.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services of the pipeline, each a process of its own on the class path of its own module. */
final class ServiceProcesses implements AutoCloseable {

  private static final Pattern OURS =
      Pattern.compile(
          "/(contracts|imaging|service-kit|storage|scanner-bridge|preprocess-stream|decoder-worker"
              + "|image-sink|standalone|lab|e2e)/(target/|\\d)");
  private static final long PATIENCE_SECONDS = 60;

  /** A service that can be started: its module and its program. */
  enum Service {
    PREPROCESS("preprocess-stream", "preprocess", "imaging"),
    DECODER("decoder-worker", "decoder", "imaging"),
    SINK("image-sink", "sink", "imaging", "storage");

    private final String module;
    private final String name;
    private final List<String> more;

    Service(String module, String name, String... more) {
      this.module = module;
      this.name = name;
      this.more = List.of(more);
    }

    private String program() {
      return "io.mindstream." + name + ".Application";
    }

    private boolean uses(String pathEntry) {
      return !OURS.matcher(pathEntry).find()
          || Stream.concat(Stream.of("contracts", "service-kit", module), more.stream())
              .anyMatch(own -> pathEntry.matches(".*/" + own + "/(target/|\\d).*"));
    }

    private String classPath() {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(this::uses)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private final Path folder;
  private final List<String> settings;
  private final Map<Service, Process> running = new HashMap<>();

  /**
   * None so far.
   *
   * @param folder where each writes its log
   * @param settings of all of them, as {@code -name=value}
   */
  ServiceProcesses(Path folder, List<String> settings) {
    this.folder = folder;
    this.settings = List.copyOf(settings);
  }

  void start(Service service) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-cp",
                service.classPath(),
                service.program()));
    command.addAll(settings);
    File log = folder.resolve(service.name + ".log").toFile();
    running.put(
        service,
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start());
  }

  /** SIGKILL, and at once another process in its place. */
  void killAndStartAgain(Service service) throws IOException, InterruptedException {
    kill(service);
    start(service);
  }

  private void kill(Service service) throws InterruptedException {
    Process process = running.get(service);
    process.destroyForcibly();
    process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    for (Service service : running.keySet()) {
      kill(service);
    }
  }
}
