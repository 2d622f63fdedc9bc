package io.mindstream.benchmarks.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** The same UNet in Debian's python3-torch, in a process that waits for its turn. */
final class PythonUnet implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private final String version;

  PythonUnet(Path script, Path bundle, int threads) throws IOException {
    process =
        new ProcessBuilder(
                "/usr/bin/python3", script.toString(), bundle.toString(), String.valueOf(threads))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    out = process.inputReader();
    in = process.outputWriter();
    version = line();
  }

  /** What it runs on. */
  String version() {
    return version;
  }

  /** Seconds of one evaluation. */
  double seconds() throws IOException {
    in.write("\n");
    in.flush();
    return Double.parseDouble(line());
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("python ended; install python3-torch and python3-numpy");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
