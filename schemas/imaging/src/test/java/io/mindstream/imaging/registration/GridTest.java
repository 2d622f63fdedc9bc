package io.mindstream.imaging.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.VolumeShape;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  private static final List<Double> NONE = Collections.nCopies(12, 0.0);

  @Test
  void shouldTakeTheAffineOfARecord() {
    Grid grid = Grid.of(geometry(List.of(2., 0., 0., 5., 0., 2., 0., 0., 0., 0., 2., 0.)));
    assertThat(grid.centre()).containsExactly(new double[] {8, 2, 1}, within(1e-12));
  }

  @Test
  void shouldTakeVoxelSizesWhereTheAffineIsFlat() {
    assertThat(Grid.of(geometry(NONE)).spacing(1)).isEqualTo(3.5);
  }

  @Test
  void shouldTakeVoxelSizesWhereTheAffineLacks() {
    assertThat(Grid.of(geometry(List.of())).spacing(2)).isEqualTo(4);
  }

  @Test
  void shouldTakeMillimetresWhereARecordSaysNothing() {
    Geometry nothing =
        Geometry.newBuilder(geometry(NONE)).setVoxelSizeMm(List.of(0., 0., 0.)).build();
    assertThat(Grid.of(nothing).affine()).isEqualTo(AffineMap.IDENTITY);
  }

  @Test
  void shouldRefuseAFlatAffineOfItsOwn() {
    AffineMap flat = AffineMap.of(NONE);
    assertThatThrownBy(() -> new Grid(new VolumeShape(4, 3, 2), flat))
        .hasMessageContaining("has no volume");
  }

  private static Geometry geometry(List<Double> affine) {
    return Geometry.newBuilder()
        .setNx(4)
        .setNy(3)
        .setNz(2)
        .setVoxelSizeMm(List.of(3., 3.5, 4.))
        .setAffine(affine)
        .build();
  }
}
