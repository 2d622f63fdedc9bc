package io.mindstream.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.source.FeedException;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.imaging.dicom.DicomReader;
import io.mindstream.imaging.dicom.MemoryBytes;
import io.mindstream.imaging.dicom.series.AssemblyEvent;
import io.mindstream.imaging.dicom.series.AssemblySettings;
import io.mindstream.imaging.dicom.series.VolumeAssembler;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.schemas.fmri.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NiftiFolderTest {

  private static final VolumeShape SHAPE = new VolumeShape(3, 2, 2);
  private static final List<Double> RIGHT_HANDED =
      List.of(2.0, 0.0, 0.0, -10.0, 0.0, 3.0, 0.0, -20.0, 0.0, 0.0, 4.0, 30.0);

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    write("b", 1, OptionalDouble.of(2));
    write("a", 1, OptionalDouble.of(2));
  }

  @Test
  void shouldTakeSingleVolumesAsOneRun() {
    assertThat(runs())
        .singleElement()
        .satisfies(run -> assertThat(run.length().volumes()).isEqualTo(2));
  }

  @Test
  void shouldTakeEachSeriesAsARun() {
    write("c", 3, OptionalDouble.of(2));
    assertThat(runs()).extracting(run -> run.length().volumes()).containsExactly(1, 1, 3);
  }

  @Test
  void shouldAskForTheRepetitionTimeThatNobodySays() {
    write("a", 1, OptionalDouble.empty());
    assertThatThrownBy(this::runs).isInstanceOf(FeedException.class).hasMessageContaining("--tr");
  }

  @Test
  void shouldTurnRightHandedVolumesOverSoThatLeftStaysLeft() throws InterruptedException {
    FeedRun run = runs().get(0);
    ConsoleGrid grid = ConsoleGrid.of(run.description().geometry(), false);
    assertThat(first(run)).containsExactly(2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9);
    assertThat(grid.geometry().getAffine())
        .containsExactly(-2.0, 0.0, 0.0, -6.0, 0.0, 3.0, 0.0, -20.0, 0.0, 0.0, 4.0, 30.0);
  }

  /** Voxels of the run's first volume as they are read from a mosaic. */
  private static short[] first(FeedRun run) throws InterruptedException {
    short[] voxels = new short[SHAPE.nx() * SHAPE.ny() * SHAPE.nz()];
    Delivery delivery =
        new Delivery() {
          @Override
          public void volume(AcquiredVolume volume) {
            if (volume.index() == 0) {
              read(volume).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(voxels);
            }
          }

          @Override
          public void close() {}
        };
    new Console(Sessions.options(), delivery, List.of(), time -> false, volume -> {})
        .play(new Programme("", List.of(run), Optional.empty()));
    return voxels;
  }

  private static ByteBuffer read(AcquiredVolume volume) {
    ScanObject object = new MosaicFormat().objects(volume).get(0);
    return new VolumeAssembler(AssemblySettings.usual())
            .offer(DicomReader.read(new MemoryBytes("object", object.dataSet())), Instant.EPOCH)
            .stream()
            .filter(AssemblyEvent.VolumeWhole.class::isInstance)
            .map(event -> ((AssemblyEvent.VolumeWhole) event).volume().data().bytes())
            .findFirst()
            .orElseThrow();
  }

  private List<FeedRun> runs() {
    return new ArrayList<>(NiftiFolder.open(folder, OptionalDouble.empty()).runs());
  }

  private void write(String name, int volumes, OptionalDouble repetitionTime) {
    NiftiHeader header =
        new NiftiHeader(
            1,
            ByteOrder.LITTLE_ENDIAN,
            SHAPE,
            volumes,
            NiftiType.INT16,
            1,
            0,
            List.of(2.0, 3.0, 4.0),
            RIGHT_HANDED,
            repetitionTime,
            0);
    try (NiftiWriter writer = NiftiWriter.create(folder.resolve(name + ".nii"), header)) {
      for (int volume = 0; volume < volumes; volume++) {
        ByteBuffer voxels = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (short i = 0; i < 12; i++) {
          voxels.putShort(2 * i, i);
        }
        writer.write(voxels);
      }
    }
  }
}
