package io.mindstream.lab.cli;

import io.mindstream.bridge.source.BidsReplay;
import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.NpyFile;
import io.mindstream.lab.dataset.DatasetException;
import io.mindstream.lab.examples.RecordedVectors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From data sets, and from folders of recorded runs, to vectors that can be decoded. */
@Command(
    name = "vectors",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Turns a public fMRI data set, or a folder of recorded runs, into a NumPy file of vectors",
      "to decode, one row a trial.",
      "Those of a data set are padded and normalised as MinD-Vis does, so decode them with",
      "--normalised; with --raw they are left as it has them, and decoding pads and normalises.",
      "Those of a folder (bids) are what the live pipeline makes of it, by the same code; a .tsv",
      "beside them names each row's trial and volumes. What is to be known goes to standard",
      "error; exit code 1 where a run cannot be used."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mindstream vectors --dataset god --source data/Kamitani --subject 3 --out v.npy",
      "  mindstream decode --model models/god-s3 --vectors v.npy --normalised --out pictures",
      "  mindstream vectors --dataset bold5000 --source data/BOLD5000 --subject CSI1 --out v.npy",
      "  mindstream vectors --dataset hcp --source data/HCP --out v.npy",
      "  mindstream vectors --dataset bids --source study --mask V1_mask.nii.gz --out v.npy",
      "  python -c 'import numpy; print(numpy.load(\"v.npy\").shape)'"
    })
final class VectorsCommand implements Callable<Integer> {

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "god|bold5000|hcp|bids",
      description = "Which data set.")
  private VectorSource dataset = VectorSource.GOD;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "DIR",
      description = {
        "god: folder with sbj_K.npz;",
        "bold5000: folder with BOLD5000_GLMsingle_ROI_betas and BOLD5000_Stimuli;",
        "hcp: folder with SUBJECT/HCP_visual_voxel.npz, or one .npy of (frames, voxels);",
        "bids: folder with runs in BIDS form, as mindstream replay takes it."
      })
  private Path source = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The .npy file to write: (trials, voxels), float32.")
  private Path out = Path.of("");

  @Mixin private DataSetOptions prepared = new DataSetOptions();

  @Mixin private BidsVectorOptions bids = new BidsVectorOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    prepared.check();
    if (out.toAbsolutePath().getParent() != null) {
      Files.createDirectories(out.toAbsolutePath().getParent());
    }
    return dataset == VectorSource.BIDS ? recorded() : published();
  }

  private int published() throws IOException {
    DoubleArray vectors = prepared.vectors(dataset, source);
    NpyFile.write(out, vectors.floats(), vectors.rows(), vectors.columns());
    report(vectors);
    return ExitCode.OK;
  }

  private int recorded() throws IOException {
    BidsReplay replay = bids.open(source);
    say("region of interest " + replay.roi().getRoiId() + ": " + replay.roi().getDescription());
    replay.notes().forEach(note -> say("note: " + note));
    replay.problems().forEach(this::say);
    RecordedVectors made = bids.vectors(replay);
    made.notes().forEach(note -> say("note: " + note));
    if (made.vectors().isEmpty()) {
      throw new DatasetException(
          source
              + ": no trial has a vector"
              + made.notes().stream()
                  .findFirst()
                  .map(note -> ": " + note)
                  .orElse("; put an _events.tsv beside each run"));
    }
    Path table = VectorFiles.write(out, made.vectors());
    spec.commandLine()
        .getOut()
        .printf(
            "%d vectors of %d voxels written to %s, their trials to %s%n",
            made.vectors().size(), made.vectors().get(0).values().length, out, table);
    return replay.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void say(String line) {
    spec.commandLine().getErr().println("mindstream: " + line);
  }

  private void report(DoubleArray vectors) {
    PrintWriter console = spec.commandLine().getOut();
    console.printf(
        "%d vectors of %d voxels written to %s%n", vectors.rows(), vectors.columns(), out);
    console.println(
        "decode them with: mindstream decode --model BUNDLE --vectors "
            + out
            + prepared.decodingOption()
            + " --out DIR");
  }
}
