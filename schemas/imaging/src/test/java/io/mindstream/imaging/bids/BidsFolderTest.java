package io.mindstream.imaging.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BidsFolderTest {

  @TempDir private Path folder;

  @Test
  void shouldCountRunsAsPeopleDo() throws IOException {
    file("sub-1/func/sub-1_task-v_run-10_bold.nii.gz");
    file("sub-1/func/sub-1_task-v_run-2_bold.nii.gz");
    file("sub-1/func/sub-1_task-v_run-1_bold.nii.gz");
    assertThat(scan().runs())
        .extracting(run -> run.runId().run().orElseThrow())
        .containsExactly("1", "2", "10");
  }

  @Test
  void shouldSayHowAnotherSeriesIsNamed() throws IOException {
    file("func/scan4.nii.gz");
    assertThatThrownBy(this::scan)
        .hasMessageContaining("scan4.nii.gz")
        .hasMessageContaining("sub-01_task-NAME_run-01_bold.nii.gz");
  }

  @Test
  void shouldSayHowDicomFilesBecomeARun() throws IOException {
    byte[] file = new byte[200];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);
    Files.write(folder.resolve("IM0001"), file);
    assertThatThrownBy(this::scan).hasMessageContaining("mindstream volumes --source " + folder);
  }

  @Test
  void shouldFollowALinkToAFolder() throws IOException {
    file("store/func/sub-2_task-v_bold.nii");
    Files.createSymbolicLink(dataset().resolve("sub-2"), folder.resolve("store"));
    file("data/sub-1/func/sub-1_task-v_bold.nii");
    assertThat(BidsFolder.scan(dataset(), Optional.empty()).runs()).hasSize(2);
  }

  @Test
  void shouldFollowALinkThatGitWroteAsText() throws IOException {
    file("store/func/sub-2_task-v_bold.nii");
    Files.writeString(dataset().resolve("sub-2"), "../store");
    file("data/sub-1/func/sub-1_task-v_bold.nii");
    assertThat(BidsFolder.scan(dataset(), Optional.empty()).runs()).hasSize(2);
  }

  @Test
  void shouldNameALinkToAFolderThatIsGone() throws IOException {
    file("sub-1/func/sub-1_task-v_bold.nii");
    Files.createSymbolicLink(folder.resolve("sub-2"), Path.of("../gone"));
    assertThat(scan().problems()).singleElement().asString().contains("sub-2", "../gone");
  }

  @Test
  void shouldNotFollowALinkInACircle() throws IOException {
    file("sub-1/func/sub-1_task-v_bold.nii");
    Files.createSymbolicLink(folder.resolve("sub-1/func/again"), folder);
    assertThat(scan().runs()).hasSize(1);
  }

  @Test
  void shouldTakeASeriesThatTwoLinksLeadToAsOne() throws IOException {
    file("sub-1/func/sub-1_task-v_bold.nii");
    Files.createSymbolicLink(folder.resolve("sub-one"), folder.resolve("sub-1"));
    assertThat(scan().problems()).isEmpty();
  }

  @Test
  void shouldLeaveOutFilesThatMacOsWrites() throws IOException {
    file("sub-1_task-v_bold.nii");
    file("._sub-1_task-v_bold.nii");
    file("._sub-1_mask.nii");
    assertThat(scan().runs()).hasSize(1);
    assertThat(scan().masks()).isEmpty();
  }

  @Test
  void shouldPlayTheRawRunsAndSayWhatIsLeftOut() throws IOException {
    file("sub-1/func/sub-1_task-v_bold.nii");
    file("derivatives/fmriprep/sub-1/func/sub-1_task-v_space-T1w_desc-preproc_bold.nii");
    file("sourcedata/sub-1/func/sub-1_task-v_bold.nii");
    BidsFolder found = scan();
    assertThat(found.runs())
        .singleElement()
        .extracting(BidsRun::bold)
        .isEqualTo(folder.resolve("sub-1/func/sub-1_task-v_bold.nii"));
    assertThat(found.notes()).hasSize(2).anyMatch(note -> note.contains("--derivatives fmriprep"));
  }

  @Test
  void shouldPlayDerivativesWithTheEventsOfTheRawRuns() throws IOException {
    file("sub-1/func/sub-1_task-v_bold.nii");
    Path events = file("sub-1/func/sub-1_task-v_events.tsv");
    Path bold = file("derivatives/fmriprep/sub-1/func/sub-1_task-v_desc-preproc_bold.nii");
    BidsRun run = BidsFolder.scan(folder, Optional.of("fmriprep")).runs().get(0);
    assertThat(run.bold()).isEqualTo(bold);
    assertThat(run.events()).contains(events);
  }

  @Test
  void shouldNameTheFoldersThatCanBeChosen() throws IOException {
    file("derivatives/a/sub-1_task-v_bold.nii");
    file("derivatives/b/sub-1_task-v_bold.nii");
    assertThatThrownBy(this::scan)
        .isInstanceOf(BidsException.class)
        .hasMessageContaining("derivatives/a, derivatives/b")
        .hasMessageContaining("--derivatives");
  }

  @Test
  void shouldInheritEventsFromAboveAndPreferTheNearest() throws IOException {
    file("sub-1/func/sub-1_task-v_run-1_bold.nii");
    file("sub-1/func/sub-1_task-v_run-2_bold.nii");
    Path own = file("sub-1/func/sub-1_task-v_run-02_events.tsv");
    Path all = file("task-v_events.tsv");
    file("task-other_events.tsv");
    assertThat(scan().runs())
        .extracting(run -> run.events().orElseThrow())
        .containsExactly(all, own);
  }

  @Test
  void shouldInheritFromTheDataSetWhereASubjectAloneIsGiven() throws IOException {
    file("sub-1/func/sub-1_task-v_bold.nii");
    Path all = file("task-v_events.tsv");
    BidsFolder found = BidsFolder.scan(folder.resolve("sub-1/func"), Optional.empty());
    assertThat(found.runs().get(0).events()).contains(all);
    assertThat(found.root()).isEqualTo(folder);
  }

  @Test
  void shouldNotOfferAnotherSubjectsMask() throws IOException {
    file("sub-1/func/sub-1_task-v_bold.nii");
    Path own = file("masks/sub-1_mask.nii");
    file("masks/sub-2_mask.nii.gz");
    assertThat(scan().masks(Set.of("1"))).containsExactly(own);
  }

  @Test
  void shouldRemarkOnNamesOfPicturesThatAreNotAsBidsHasThem() throws IOException {
    file("stimuli/faces/f1.png");
    List<EventRow> events =
        List.of("faces/f1.png", "stimuli/faces/f1.png", "/home/x/stimuli/faces/f1.png", "f9.png")
            .stream()
            .map(name -> new EventRow(0, 1, "a", Optional.of(name)))
            .toList();
    List<String> remarks = new StimulusPictures(folder.resolve("stimuli")).remarks(events);
    assertThat(remarks).hasSize(3);
    assertThat(remarks.get(1)).contains("/home/x", "is read as 'faces/f1.png'");
    assertThat(remarks.get(2)).contains("f9.png", "no picture");
  }

  private BidsFolder scan() {
    return BidsFolder.scan(folder, Optional.empty());
  }

  private Path dataset() throws IOException {
    return Files.createDirectories(folder.resolve("data"));
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, "x");
  }
}
