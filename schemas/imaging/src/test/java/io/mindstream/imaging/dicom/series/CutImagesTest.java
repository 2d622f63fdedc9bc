package io.mindstream.imaging.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.imaging.dicom.DicomException;
import io.mindstream.imaging.dicom.DicomExtract;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.imaging.dicom.TransferSyntax;
import io.mindstream.imaging.dicom.series.AssemblyEvent.ObjectIgnored;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeWhole;
import io.mindstream.imaging.dicom.series.EnhancedObjects.Stored;
import io.mindstream.imaging.testing.DicomBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images of three volumes of two slices that come as two objects, cut within the second volume. */
class CutImagesTest {

  private static final List<Stored> FIRST =
      List.of(new Stored(1, 0), new Stored(1, 1), new Stored(2, 1));
  private static final List<Stored> SECOND =
      List.of(new Stored(2, 0), new Stored(3, 0), new Stored(3, 1));
  private static final List<List<Integer>> VOLUMES =
      List.of(List.of(100, 101), List.of(200, 201), List.of(300, 301));

  private final VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
  private final Instant now = Instant.EPOCH;

  @Test
  void shouldMakeVolumesOfAllParts() {
    assertThat(Assembled.of(List.of(part(1, 0, FIRST), part(2, 3, SECOND))).slices())
        .isEqualTo(VOLUMES);
  }

  @Test
  void shouldMakeTheSameVolumesInWhicheverOrderPartsCome() {
    assertThat(Assembled.of(List.of(part(2, 3, SECOND), part(1, 0, FIRST))).slices())
        .isEqualTo(VOLUMES);
  }

  @Test
  void shouldTellTheVolumesWithTheLastPart() {
    assertThat(offer(part(1, 0, FIRST))).isEmpty();
    assertThat(offer(part(2, 3, SECOND))).filteredOn(VolumeWhole.class::isInstance).hasSize(3);
  }

  @Test
  void shouldHoldAPartUntilTheOthersAreThere() {
    DicomObject first = read(part(1, 0, FIRST));
    assembler.offer(first, now);
    assertThat(assembler.waiting()).containsExactly(first);
    offer(part(2, 3, SECOND));
    assertThat(assembler.waiting()).isEmpty();
  }

  @Test
  void shouldKnowAPartAgainThatAnEarlierProcessHeld() {
    byte[] held = DicomExtract.of(read(part(1, 0, FIRST)));
    assembler.offerChosen(DicomReader.read(new MemoryBytes("held", held)), now);
    assertThat(offer(part(2, 3, SECOND))).filteredOn(VolumeWhole.class::isInstance).hasSize(3);
  }

  @Test
  void shouldTakePartsThatDoNotSayHowManyTheyAreOnceNoMoreCome() {
    offer(part(1, 0, FIRST).without(Tag.IN_CONCATENATION_TOTAL));
    offer(part(2, 3, SECOND).without(Tag.IN_CONCATENATION_TOTAL));
    assertThat(assembler.tick(now.plus(AssemblySettings.usual().grace())))
        .filteredOn(VolumeWhole.class::isInstance)
        .hasSize(3);
  }

  @Test
  void shouldSayWhichImageIsGivenUpForAPartThatLacks() {
    assertThat(Assembled.of(List.of(part(2, 3, SECOND))).ignored())
        .containsExactly("is of an image of which only 1 of 2 parts came");
  }

  @Test
  void shouldCountAPartThatComesTwiceOnce() {
    offer(part(1, 0, FIRST));
    assertThat(offer(part(1, 0, FIRST))).hasOnlyElementsOfType(ObjectIgnored.class);
  }

  @Test
  void shouldNotBeginAnImageAgainThatIsOver() {
    offer(part(1, 0, FIRST));
    offer(part(2, 3, SECOND));
    assertThat(offer(part(1, 0, FIRST))).hasOnlyElementsOfType(ObjectIgnored.class);
  }

  @Test
  void shouldRefusePartsBetweenWhichFramesLack() {
    offer(part(1, 0, FIRST));
    assertThatThrownBy(() -> offer(part(2, 4, SECOND)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("(0020,9228)");
  }

  @Test
  void shouldTakeAllPartsAgainAfterTheyWereRefused() {
    offer(part(1, 0, FIRST));
    assertThatThrownBy(() -> offer(part(2, 4, SECOND))).isInstanceOf(DicomException.class);
    offer(part(1, 0, FIRST));
    assertThat(offer(part(2, 3, SECOND))).filteredOn(VolumeWhole.class::isInstance).hasSize(3);
  }

  @Test
  void shouldTellWhatTimeBroughtAlthoughAnObjectIsDamaged() {
    offer(part(1, 0, FIRST).without(Tag.IN_CONCATENATION_TOTAL));
    offer(part(2, 3, SECOND).without(Tag.IN_CONCATENATION_TOTAL));
    Instant later = now.plus(AssemblySettings.usual().grace());
    DicomObject damaged = read(part(3, 6, FIRST).without(Tag.IN_CONCATENATION_NUMBER));
    assertThatThrownBy(() -> assembler.offer(damaged, later)).isInstanceOf(DicomException.class);
    assertThat(assembler.tick(later)).filteredOn(VolumeWhole.class::isInstance).hasSize(3);
  }

  @Test
  void shouldRefuseAPartThatDoesNotSayWhichItIs() {
    assertThatThrownBy(() -> offer(part(1, 0, FIRST).without(Tag.IN_CONCATENATION_NUMBER)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("(0020,9162)");
  }

  private List<AssemblyEvent> offer(DicomBytes object) {
    return new ArrayList<>(assembler.offer(read(object), now));
  }

  private static DicomObject read(DicomBytes object) {
    return DicomReader.read(new MemoryBytes("object", object.file(TransferSyntax.EXPLICIT_LITTLE)));
  }

  private static DicomBytes part(int number, int offset, List<Stored> frames) {
    return EnhancedObjects.object("Philips", frames, List.of())
        .text(Tag.SOP_INSTANCE, "UI", "1.2.3.1." + number)
        .text(Tag.CONCATENATION, "UI", "1.2.3.1")
        .us(Tag.IN_CONCATENATION_NUMBER, number)
        .us(Tag.IN_CONCATENATION_TOTAL, 2)
        .bytes(Tag.CONCATENATION_OFFSET, "UL", EnhancedObjects.ul(offset));
  }
}
