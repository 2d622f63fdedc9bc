package io.mindstream.benchmarks.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** The same network in Debian's python3-torch, in a process that waits for its turn. */
final class PythonNetwork implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  PythonNetwork(Path script, Path bundle, int threads) throws IOException {
    process =
        new ProcessBuilder(
                "/usr/bin/python3", script.toString(), bundle.toString(), String.valueOf(threads))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    out = process.inputReader();
    in = process.outputWriter();
    System.out.println("beside PyTorch " + line());
  }

  /**
   * Runs a part once.
   *
   * @param part encoder, unet or latent
   * @return what it cost
   */
  Cost run(String part) throws IOException {
    String[] seconds = ask(part).split(" ", 2);
    return new Cost(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
  }

  /** Time of each operator in one noise prediction: JSON, name to milliseconds. */
  String operators() throws IOException {
    return ask("operators");
  }

  private String ask(String what) throws IOException {
    in.write(what + "\n");
    in.flush();
    return line();
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException(
          "python ended; Debian: apt install python3-torch python3-numpy libopenblas0-pthread");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
