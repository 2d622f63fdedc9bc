package io.mindstream.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.series.AssemblyEvent;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.SliceTiming;
import io.mindstream.imaging.dicom.series.VolumeAssembler;
import io.mindstream.imaging.dicom.series.WholeVolume;
import io.mindstream.imaging.nifti.VolumeData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a console writes, as this project reads it. */
class WrittenVolumesTest {

  @TempDir private Path folder;
  private final SimulatedScanner scanner = Sessions.scanner();

  @ParameterizedTest
  @EnumSource
  void shouldBeTheVoxelsOfTheSource(Vendor vendor) throws IOException {
    assertThat(volumes(vendor))
        .extracting(WholeVolume::data)
        .extracting(VolumeData::bytes)
        .containsExactlyElementsOf(
            Sessions.volumes(scanner).stream().map(VolumeData::bytes).toList());
  }

  @ParameterizedTest
  @EnumSource
  void shouldKeepTheTypeOfVoxels(Vendor vendor) throws IOException {
    assertThat(volumes(vendor))
        .extracting(WholeVolume::data)
        .allSatisfy(
            data ->
                assertThat(data)
                    .usingRecursiveComparison()
                    .ignoringFields("bytes")
                    .isEqualTo(Sessions.volumes(scanner).get(0)));
  }

  @ParameterizedTest
  @EnumSource
  void shouldLieWhereTheConsolePutsThem(Vendor vendor) throws IOException {
    List<Double> affine = ConsoleGrid.of(scanner.roi().getGeometry(), true).geometry().getAffine();
    assertThat(volumes(vendor).get(0).geometry().getAffine())
        .zipSatisfy(affine, (got, sent) -> assertThat(got).isCloseTo(sent, within(1e-6)));
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayTheRepetitionTime(Vendor vendor) throws IOException {
    assertThat(volumes(vendor).get(0).facts().repetitionTimeSeconds()).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void shouldCountVolumes(Vendor vendor) throws IOException {
    assertThat(volumes(vendor)).extracting(WholeVolume::index).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayWhenSlicesWereAcquired(Vendor vendor) throws IOException {
    int[] order = vendor == Vendor.GE ? SliceOrder.interleaved(12, 0) : SliceOrder.ofSiemens(12);
    assertThat(SliceTiming.of(volumes(vendor)).orElseThrow())
        .containsExactly(SliceOrder.seconds(order, 1), within(2e-6));
  }

  private List<WholeVolume> volumes(Vendor vendor) throws IOException {
    Sessions.write(scanner, vendor, folder);
    VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
    List<WholeVolume> whole = new ArrayList<>();
    for (Path file : files()) {
      for (AssemblyEvent event : assembler.offer(DicomReader.read(file), Instant.EPOCH)) {
        if (event instanceof AssemblyEvent.VolumeWhole told) {
          whole.add(told.volume());
        }
      }
    }
    return whole;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
