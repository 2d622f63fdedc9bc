package io.mindstream.benchmarks.cuda;

import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.standalone.pipeline.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that travels to a machine with a GPU: the script with its modules, the tiny network
 * with its golden numbers, the released size with zero weights.
 *
 * @param home the folder {@code deploy/benchmarks}
 * @param out the folder to fill
 */
record CudaPack(Path home, Path out) {

  private static final List<String> SCRIPTS = List.of("cuda_check.py", "python/mindvis.py");
  private static final String MODULES = "python/cudacheck";

  /** Copies the Python files, with the folders they lie in. */
  void writeScripts() throws IOException {
    for (String script : SCRIPTS) {
      copy(home.resolve(script));
    }
    try (Stream<Path> modules = Files.list(home.resolve(MODULES))) {
      for (Path module : modules.filter(file -> file.toString().endsWith(".py")).toList()) {
        copy(module);
      }
    }
  }

  /** Writes the tiny network and its golden numbers. */
  void writeTiny(TinyFixture fixture) throws IOException {
    fixture.copyArrays(out.resolve("tiny"));
    try (TemporaryFolder temporary = TemporaryFolder.create();
        ModelBundle bundle = fixture.bundle(temporary.path().resolve("bundle"))) {
      PackedNetwork.of("tiny", bundle).write(out);
    }
  }

  /** Writes the released size. */
  void writeReleased() throws IOException {
    PackedNetwork.releasedZeros().write(out);
  }

  /** Bytes of all files. */
  long size() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void copy(Path file) throws IOException {
    Path to = out.resolve(home.relativize(file).toString());
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.copy(file, to);
  }
}
