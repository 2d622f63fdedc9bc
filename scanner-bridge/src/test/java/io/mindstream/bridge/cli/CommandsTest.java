package io.mindstream.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.net.OpenPort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandsTest {

  private static final String USAGE = "Usage: ";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldWriteASessionAsAFolder() {
    Path session = folder.resolve("session");
    int code = run(new SimulateCommand(), "--out", session.toString(), "--runs=1", "--trials=2");
    assertThat(code).isZero();
    assertThat(out.toString()).contains("wrote 1 runs").contains("2 trials");
    assertThat(session.resolve("sub-sim1_desc-visual_mask.nii.gz")).exists();
    assertThat(session.resolve("sub-sim1/func/sub-sim1_task-viewing_run-01_bold.nii.gz")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "--scanner A=sub-01 --scanner B=sub-01_ses-02, a subject of its own",
    "--scanner A=sub-01 --scanner A=sub-02, an AE title of its own",
    "--scanner A=01, '--scanner A=sub-01'",
    "--scanner A, '--scanner A=sub-01'",
    "--scanner A=sub-01 --allow B, 'leave out --from-folder and --allow'",
    "--name sub-{protocol}, the subject comes from the operator"
  })
  void shouldSayHowScannersAndRunsAreNamed(String options, String advice) {
    String[] arguments = ("dicom " + options).split(" ", -1);
    assertThat(run(new ListenCommand(), arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(advice).contains(USAGE);
  }

  @Test
  void shouldNameTheFolderThatHasNoRuns() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "nothing here");
    int code = run(new ReplayCommand(), "--source", folder.toString());
    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains(folder.toString())
        .contains("*_bold.nii")
        .doesNotContain(USAGE, "\tat ");
  }

  @Test
  void shouldTeachWhatASpeedIs() {
    assertThat(run(new ReplayCommand(), "--source=x", "--speed=fast")).isEqualTo(2);
    assertThat(err.toString()).contains("1 or 10, or max");
  }

  @Test
  void shouldTeachWhichNumbersASimulationTakes() {
    assertThat(run(new SimulateCommand(), "--out=x", "--runs=0")).isEqualTo(2);
    assertThat(err.toString()).contains("runs must be 1 to 999").contains(USAGE);
  }

  @Test
  void shouldNameTheFolderThatCannotBeWatched() {
    Path missing = folder.resolve("missing");
    assertThat(run(new WatchCommand(), "--source", missing.toString())).isEqualTo(1);
    assertThat(err.toString()).contains(missing.toString(), "--source").doesNotContain(USAGE);
  }

  @Test
  void shouldRefuseARepetitionTimeInMilliseconds() {
    assertThat(run(new WatchCommand(), "--source=x", "--tr=2000")).isEqualTo(2);
    assertThat(err.toString()).contains("--tr is in seconds");
  }

  @Test
  void shouldNotTakeAWholeRunIdAndItsLabels() {
    int code = run(new WatchCommand(), "--source=x", "--run=sub-1_task-a", "--subject=2");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("leave out --subject");
  }

  @Test
  void shouldSayWhatCanBeListenedFor() {
    assertThat(run(new ListenCommand())).isEqualTo(2);
    assertThat(err.toString()).contains("tcp, mrd or dicom");
  }

  @Test
  void shouldNotListenOnAnAddressThatIsNone() {
    assertThat(run(new ListenCommand(), "tcp", "--bind=no.such.host.invalid")).isEqualTo(2);
    assertThat(err.toString()).contains("--bind no.such.host.invalid is no address");
  }

  @Test
  void shouldSayThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int code = run(new ListenCommand(), "mrd", "--port=" + taken.getLocalPort());
      assertThat(code).isEqualTo(1);
    }
    assertThat(err.toString()).contains("give another port by --port").doesNotContain(USAGE);
  }

  @Test
  void shouldNameTheMaskThatIsNotThere() {
    int code = run(new ListenCommand(), "tcp", "--port=0", "--mask=" + folder.resolve("no.nii"));
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("no.nii").doesNotContain(USAGE);
  }

  @Test
  void shouldTeachWhatAnAeTitleIs() {
    int code =
        run(new ListenCommand(), "dicom", "--to-folder=" + folder, "--allow=MUCH_TOO_LONG_A_TITLE");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("1 to 16 printable ASCII characters");
  }

  @Test
  void shouldWarnOfAnAddressThatOthersReach() {
    assertThat(OpenPort.warning(new InetSocketAddress("192.0.2.1", 104)).orElseThrow())
        .contains("NOBODY IS ASKED FOR A NAME");
  }

  @Test
  void shouldAskForTheFolderToWriteInto() {
    assertThat(run(new ScannerCommand(), "--to=folder")).isEqualTo(2);
    assertThat(err.toString()).contains("--out DIR");
  }

  @Test
  void shouldWriteTheMaskAloneWhereNothingIsToBePlayed() {
    Path mask = folder.resolve("mask.nii.gz");
    assertThat(run(new ScannerCommand(), "--mask-out=" + mask)).isZero();
    assertThat(mask).exists();
  }

  @Test
  void shouldSayHowManyVolumesTheScannerSent() {
    Path export = folder.resolve("export");
    int code = run(new ScannerCommand(), "--out=" + export, "--speed=max", "--stop-after=3");
    assertThat(code).isZero();
    assertThat(out.toString()).contains("sent 3 volumes");
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
