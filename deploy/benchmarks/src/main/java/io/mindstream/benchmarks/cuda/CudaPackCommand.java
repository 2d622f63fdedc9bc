package io.mindstream.benchmarks.cuda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Packs what {@code cuda_check.py} needs. */
@Command(
    name = "cuda-pack",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Packs what travels to a machine with a GPU and a Python with torch 2.1 or newer, but no Java:",
      "the script cuda_check.py, a tiny network with golden numbers, and the released size in every"
          + " precision, with zero weights that the script fills. No GPU is needed here."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  deploy/benchmarks/run cuda-pack --out /tmp/cuda",
      "  tar -cf - -C /tmp cuda | ssh HOST tar -xf -",
      "  ssh HOST python3 cuda/cuda_check.py > report.txt"
    })
public final class CudaPackCommand implements Callable<Integer> {

  private static final Path HOME =
      Path.of(System.getProperty("mindstream.benchmarks.home", "deploy/benchmarks"));
  private static final String FIXTURE = "../../../shared/fixtures/mind-vis-tiny";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to fill; made if need be, else it must be empty.")
  private Path out = Path.of("");

  @Option(
      names = "--fixture",
      paramLabel = "DIR",
      description =
          "The tiny checkpoint and its golden arrays (default: in shared beside the project).")
  private @Nullable Path fixture;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path folder = fixture == null ? HOME.resolve(FIXTURE) : fixture;
    CudaPack pack = new CudaPack(HOME, out);
    requireEmpty();
    try {
      TinyFixture tiny = new TinyFixture(folder);
      Files.createDirectories(out);
      pack.writeScripts();
      pack.writeTiny(tiny);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    pack.writeReleased();
    spec.commandLine()
        .getOut()
        .printf(
            "%s, %.1f MB; where the GPU is: python3 %s/cuda_check.py%n",
            out, pack.size() / 1e6, out.toAbsolutePath().getFileName());
    return 0;
  }

  private void requireEmpty() throws IOException {
    if (Files.isDirectory(out)) {
      try (Stream<Path> files = Files.list(out)) {
        if (files.findAny().isPresent()) {
          throw new ParameterException(
              spec.commandLine(), out + " is not empty; name another folder, or empty it");
        }
      }
    }
  }
}
