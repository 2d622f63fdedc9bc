package io.mindstream.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.array.NpyFile;
import io.mindstream.standalone.cli.Mindstream;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs that people had trouble with: right, or refused by name; each folder's README says. */
class OddInputsTest {

  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "appledouble, 105 605 108 608, TR 2 s",
    "bom, 105 605 108 608, TR 2 s",
    "deriv, 105 605 108 608, --derivatives fmriprep",
    "jsonnan, 105 605 108 608, RepetitionTime of sub-jsonnan_task-v_bold.json",
    "maskflip, 105 605 108 608, brought together by the affines",
    "naonset, 105 605 108 608, events.tsv:3",
    "pandasindex, 105 605 108 608, column 1 has no name",
    "rootevents, 105 605 108 608, TR 2 s",
    "runorder, 105 605 108 608 105 605 108 608 105 605 108 608, TR 2 s of 3 runs",
    "symsub/data, 105 605 108 608 105 605 108 608, TR 2 s of 2 runs",
    "trdefault, 109.5 609.5, names no unit of time"
  })
  void shouldMakeTheRightVectorsAndSayWhatWasTaken(String name, String values, String note) {
    assertThat(vectors("bids", name)).as(err.toString()).isZero();
    float[] expected = floats(values);
    assertThat(NpyFile.read(folder.resolve("v.npy")).floats()).containsExactly(expected);
    assertThat(err.toString()).contains(note);
  }

  @ParameterizedTest
  @CsvSource({
    "brokenlink, sub-brokenlink_task-v_bold.nii.gz, datalad get",
    "crc, sub-crc_task-v_bold.nii.gz, checksum",
    "ev-comma-line, events.tsv:5, '4,5'",
    "ev-latin1, sub-latin1_task-v_events.tsv: line 2, save it as UTF-8",
    "ev-latin1, sub-utf16_task-v_events.tsv: line 1, save it as UTF-8",
    "json2000, sub-json2000_task-v_bold.json, RepetitionTime is 2000 s",
    "mask4d, sub-mask4d_mask.nii.gz, three dimensions",
    "volumetiming, sub-volumetiming_task-v_bold.json, VolumeTiming"
  })
  void shouldRefuseNamingFileAndCause(String name, String file, String cause) {
    assertThat(vectors("bids", name)).isEqualTo(1);
    assertThat(err.toString()).contains(file, cause);
    assertThat(folder.resolve("v.npy")).doesNotExist();
  }

  @Test
  void shouldSayWhichNamesOfPicturesAreNotAsBidsHasThem() {
    assertThat(vectors("bids", "stimprefix")).isZero();
    List<String> said = err.toString().lines().filter(line -> line.contains("stim_file")).toList();
    assertThat(said).filteredOn(line -> line.contains("is read as 'faces/f1.png'")).hasSize(4);
    assertThat(said).filteredOn(line -> line.contains("no picture")).hasSize(2);
  }

  @Test
  void shouldWriteATableOfTheTrialsBesideTheVectors() throws IOException {
    vectors("bids", "bom");
    assertThat(Files.readAllLines(folder.resolve("v.tsv")))
        .containsExactly(
            "run\ttrial_index\tonset\tduration\ttrial_type\tfirst_volume\tlast_volume\tvolumes_used",
            "sub-bom_task-v\t0\t4.0\t2.0\tface\t5\t5\t1",
            "sub-bom_task-v\t1\t10.0\t2.0\thouse\t8\t8\t1");
  }

  @Test
  void shouldNameAreasOfUnequalLength() {
    assertThat(vectors("hcp", "hcpframes")).isEqualTo(1);
    assertThat(err.toString()).contains("V1 has 20, V2 has 30", "frames");
  }

  @Test
  void shouldReadAnArrayWhoseHeaderHasDoubleQuotes() {
    float[] expected = new float[24];
    for (int n = 0; n < expected.length; n++) {
      expected[n] = n * n / 7f;
    }
    assertThat(NpyFile.read(odd("npy-dquote/dquote.npy")).floats()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "pth-nanweight/nanweight.pth, cond_stage_model.dim_mapper.weight",
    "pth-scalefactor/scalefactor.pth, scale_factor",
    "pth-tar/tar.pth, too old"
  })
  void shouldRefuseACheckpointNamingTheTensor(String name, String cause) {
    assertThat(modelImport(odd(name))).isEqualTo(1);
    assertThat(err.toString()).contains(cause);
  }

  @Test
  void shouldImportTheWeightThatIsCalledSoAndListTheOther() {
    StringWriter out = new StringWriter();
    assertThat(modelImport(odd("pth-emafirst/emafirst.pth"), out)).isZero();
    assertThat(out.toString()).contains("304 other", "ema.model.diffusion_model");
  }

  private int vectors(String dataset, String name) {
    return run(
        new StringWriter(),
        "vectors",
        "--dataset=" + dataset,
        "--source=" + odd(name),
        "--out=" + folder.resolve("v.npy"));
  }

  private int modelImport(Path checkpoint) {
    return modelImport(checkpoint, new StringWriter());
  }

  private int modelImport(Path checkpoint, StringWriter out) {
    return run(
        out,
        "model",
        "import",
        "--checkpoint=" + checkpoint,
        "--encoder-heads=4",
        "--out=" + folder.resolve("bundle"));
  }

  private int run(StringWriter out, String... arguments) {
    return Mindstream.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static float[] floats(String values) {
    List<String> each = List.of(values.split(" ", -1));
    float[] floats = new float[each.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(each.get(i));
    }
    return floats;
  }

  private static Path odd(String name) {
    return SharedData.of("data/odd").resolve(name);
  }
}
