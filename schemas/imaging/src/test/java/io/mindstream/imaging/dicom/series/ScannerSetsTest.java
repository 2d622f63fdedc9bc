package io.mindstream.imaging.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.FileBytes;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real scanners' files against their conversion by dcm2niix, whose grid is the same as ours. */
class ScannerSetsTest {

  @ParameterizedTest
  @ValueSource(strings = {"ge-rtia", "siemens-mosaic-vb17", "siemens-mosaic-ve11", "siemens-xa10"})
  void shouldMakeTheVoxelsThatDcm2niixMakes(String set) throws Exception {
    List<WholeVolume> volumes = volumes(set);
    try (NiftiReader reader = NiftiReader.open(file(set, ".nii"))) {
      assertThat(volumes).hasSize(reader.header().volumes());
      for (WholeVolume volume : volumes) {
        assertThat(volume.shape()).isEqualTo(reader.header().shape());
        StoredVoxels ours = volume.data().view(volume.shape());
        assertThat(values(ours)).isEqualTo(values(reader.next().view(volume.shape())));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ge-rtia", "siemens-mosaic-vb17", "siemens-mosaic-ve11", "siemens-xa10"})
  void shouldPlaceThemWhereDcm2niixDoes(String set) throws Exception {
    List<Double> affine = volumes(set).get(0).geometry().getAffine();
    try (NiftiReader reader = NiftiReader.open(file(set, ".nii"))) {
      for (int i = 0; i < 12; i++) {
        assertThat(affine.get(i)).isEqualTo(reader.header().affine().get(i), within(1e-3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ge-rtia", "siemens-mosaic-vb17", "siemens-mosaic-ve11", "siemens-xa10"})
  void shouldTellTimesAsDcm2niixDoes(String set) throws Exception {
    List<WholeVolume> volumes = volumes(set);
    JsonNode sidecar = new ObjectMapper().readTree(file(set, ".json").toFile());
    double[] seconds = SliceTiming.of(volumes.subList(0, 2)).orElseThrow();
    assertThat(seconds).hasSize(sidecar.get("SliceTiming").size());
    for (int i = 0; i < seconds.length; i++) {
      assertThat(seconds[i]).isEqualTo(sidecar.get("SliceTiming").get(i).asDouble(), within(1e-3));
    }
    assertThat(volumes.get(0).facts().repetitionTimeSeconds().orElseThrow())
        .isEqualTo(sidecar.get("RepetitionTime").asDouble(), within(1e-3));
  }

  private static List<WholeVolume> volumes(String set) throws Exception {
    VolumeAssembler assembler = new VolumeAssembler(AssemblySettings.usual());
    List<AssemblyEvent> events = new ArrayList<>();
    for (Path file : shuffled(set)) {
      if (DicomReader.recognises(FileBytes.of(file))) {
        events.addAll(assembler.offer(DicomReader.read(file), Instant.EPOCH));
      }
    }
    events.addAll(assembler.finish());
    return events.stream()
        .filter(AssemblyEvent.VolumeWhole.class::isInstance)
        .map(event -> ((AssemblyEvent.VolumeWhole) event).volume())
        .sorted(Comparator.comparingInt(WholeVolume::index))
        .toList();
  }

  private static List<Path> shuffled(String set) throws Exception {
    try (Stream<Path> files = Files.list(SharedData.of("data/dicom/" + set))) {
      List<Path> all = new ArrayList<>(files.sorted().toList());
      Collections.shuffle(all, new Random(7));
      return all;
    }
  }

  private static Path file(String set, String end) throws Exception {
    return shuffled(set).stream().filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
  }

  private static double[] values(StoredVoxels voxels) {
    double[] values = new double[voxels.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = voxels.value(i);
    }
    return values;
  }
}
