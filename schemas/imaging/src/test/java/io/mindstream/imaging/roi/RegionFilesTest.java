package io.mindstream.imaging.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.imaging.roi.RegionFiles.Region;
import io.mindstream.imaging.testing.Series;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RoiPart;
import io.mindstream.schemas.avro.RoiReference;
import io.mindstream.schemas.fmri.RoiChecksum;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionFilesTest {

  private static final VolumeShape SHAPE = new VolumeShape(4, 3, 2);

  @TempDir private Path folder;

  @Test
  void shouldPutMasksTogetherInTheOrderGiven() {
    RoiMask mask = masks(image("LOC.nii", Map.of(9, 1, 2, 1)), image("V1.nii", Map.of(5, 1)));
    assertThat(mask.getIndices()).containsExactly(2, 9, 5);
  }

  @Test
  void shouldNameThePartsAndTheirVoxels() {
    RoiMask mask =
        masks(
            image("sub-1_mask-LHLOC.nii", Map.of(9, 1, 2, 1)), image("V1_mask.nii", Map.of(5, 1)));
    assertThat(mask.getParts()).containsExactly(new RoiPart("LHLOC", 2), new RoiPart("V1", 1));
  }

  @Test
  void shouldCountAVoxelOnceWhereItComesFirst() {
    RoiMask mask = masks(image("a.nii", Map.of(5, 1)), image("b.nii", Map.of(5, 1, 1, 1)));
    assertThat(mask.getIndices()).containsExactly(5, 1);
  }

  @Test
  void shouldSayWhichVoxelsCameBefore() {
    Region region =
        files(image("a.nii", Map.of(5, 1)), image("b.nii", Map.of(5, 1, 1, 1)))
            .read(Optional.empty());
    assertThat(region.notes())
        .containsExactly("b: 1 of its 2 voxels came before, and count there alone");
  }

  @Test
  void shouldTakeAnAtlasLabelsInTheOrderGiven() {
    Path atlas = image("aparc.nii", Map.of(0, 7, 1, 3, 2, 7, 3, 9));
    RoiMask mask = region(List.of(atlas), List.of(9, 7), List.of(), Optional.empty());
    assertThat(mask.getIndices()).containsExactly(3, 0, 2);
    assertThat(mask.getParts())
        .containsExactly(new RoiPart("aparc:9", 1), new RoiPart("aparc:7", 2));
  }

  @Test
  void shouldNameTheAtlasThatLacksALabel() {
    Path atlas = image("aparc.nii", Map.of(0, 7));
    assertThatThrownBy(() -> region(List.of(atlas), List.of(8), List.of(), Optional.empty()))
        .hasMessageContaining("aparc.nii")
        .hasMessageContaining("other labels");
  }

  @Test
  void shouldTakeAListOfIndicesInItsOrder() throws IOException {
    Path list = Files.writeString(folder.resolve("v.txt"), "# mine\n7\n\n3 # here\n");
    Path bold = Series.counting(folder.resolve("bold.nii"), SHAPE, 1);
    RoiMask mask = region(List.of(), List.of(), List.of(list), Optional.of(bold));
    assertThat(mask.getIndices()).containsExactly(7, 3);
  }

  @Test
  void shouldNameTheLineThatIsNoIndexOfTheGrid() throws IOException {
    Path list = Files.writeString(folder.resolve("v.txt"), "7\n24\n");
    Path bold = Series.counting(folder.resolve("bold.nii"), SHAPE, 1);
    assertThatThrownBy(() -> region(List.of(), List.of(), List.of(list), Optional.of(bold)))
        .hasMessageContaining("v.txt:2: '24' is no index of the 24 voxels of 4x3x2");
  }

  @Test
  void shouldRefuseAListWithoutAGrid() {
    List<Path> list = List.of(folder.resolve("v.txt"));
    assertThatThrownBy(() -> new RegionFiles(List.of(), List.of(), list, Optional.empty(), false))
        .hasMessageContaining("--reference FILE");
  }

  @Test
  void shouldCarryTheChecksumOfItsVoxels() {
    RoiMask mask = masks(image("a.nii", Map.of(5, 1)));
    assertThat(mask.getChecksum()).contains(RoiChecksum.of(SHAPE, new int[] {5}));
  }

  @Test
  void shouldTakeAReferenceOfIntegersAsItIs() {
    assertThat(values(reference(Series.counting(folder.resolve("ref.nii"), SHAPE, 1))))
        .containsExactly(IntStream.range(0, 24).asDoubleStream().toArray());
  }

  @Test
  void shouldTakeTheMeanOfASeriesAsTheReference() {
    RoiMask mask = reference(Series.counting(folder.resolve("bold.nii"), SHAPE, 3));
    assertThat(values(mask)[4]).isCloseTo(104, within(0.01));
  }

  @Test
  void shouldSayThatAReferenceIsTheMeanOfASeries() {
    Path bold = Series.counting(folder.resolve("bold.nii"), SHAPE, 3);
    List<Path> masks = List.of(image("a.nii", Map.of(5, 1)));
    Region region =
        new RegionFiles(masks, List.of(), List.of(), Optional.of(bold), false)
            .read(Optional.empty());
    assertThat(region.notes())
        .containsExactly(bold + ": the mean of its 3 volumes is the reference");
  }

  @Test
  void shouldRefuseAReferenceThatShowsNothing() {
    Path empty = image("ref.nii", Map.of());
    assertThatThrownBy(() -> reference(empty)).hasMessageContaining("shows nothing");
  }

  @Test
  void shouldRefuseAReferenceThatIsTooLargeForTheTopic() {
    Path large = Series.counting(folder.resolve("t1.nii"), new VolumeShape(256, 256, 64), 1);
    assertThatThrownBy(() -> reference(large))
        .hasMessageContaining("256x256x64")
        .hasMessageContaining("of lower resolution");
  }

  @Test
  void shouldTakeTheIdThatWasGiven() {
    Region region = files(image("a.nii", Map.of(5, 1))).read(Optional.of("mine"));
    assertThat(region.mask().getRoiId()).isEqualTo("mine");
  }

  @Test
  void shouldTellARegionInALine() {
    RoiMask mask = masks(image("a.nii", Map.of(5, 1)), image("b.nii", Map.of(1, 1)));
    assertThat(RoiText.of(mask)).startsWith("2 voxels of 4x3x2 (a 1, b 1), checksum ");
  }

  private RoiMask reference(Path image) {
    return region(List.of(image("a.nii", Map.of(5, 1))), List.of(), List.of(), Optional.of(image));
  }

  private static RoiMask masks(Path... masks) {
    return files(masks).read(Optional.empty()).mask();
  }

  private static RegionFiles files(Path... masks) {
    return new RegionFiles(List.of(masks), List.of(), List.of(), Optional.empty(), false);
  }

  private static RoiMask region(
      List<Path> masks, List<Integer> labels, List<Path> lists, Optional<Path> reference) {
    return new RegionFiles(masks, labels, lists, reference, false).read(Optional.empty()).mask();
  }

  private static double[] values(RoiMask mask) {
    RoiReference image = mask.getReference().orElseThrow();
    StoredVoxels voxels =
        new StoredVoxels(
            SHAPE,
            StoredVoxels.Type.valueOf(image.getType().name()),
            image.getSlope(),
            image.getIntercept(),
            image.getVoxels());
    return IntStream.range(0, SHAPE.voxels()).mapToDouble(voxels::value).toArray();
  }

  private Path image(String name, Map<Integer, Integer> values) {
    Path file = folder.resolve(name);
    NiftiHeader header = Series.header(1, ByteOrder.LITTLE_ENDIAN, SHAPE, 1, NiftiType.INT16);
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * SHAPE.voxels()).order(ByteOrder.LITTLE_ENDIAN);
    values.forEach((voxel, value) -> bytes.putShort(Short.BYTES * voxel, value.shortValue()));
    try (NiftiWriter writer = NiftiWriter.create(file, header)) {
      writer.write(bytes);
    }
    return file;
  }
}
