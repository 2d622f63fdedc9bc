package io.mindstream.imaging.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of scanners: a single slice, a thin slab, a whole head. */
class RealVolumesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "haxby/sub-1_task-objectviewing_run-01_bold.nii.gz",
        "haxby/sub-1_task-objectviewing_run-05_bold.nii.gz",
        "dicom/siemens-xa10/Siemens_REST1_w_SMS_PF7-8_6.nii",
        "dicom/siemens-mosaic-ve11/Siemens_Rest_fMRI_AP_7.nii"
      })
  void shouldFindAPoseForEachVolume(String file) {
    assertThat(realigned(file)).allMatch(Realignment::converged);
  }

  private static List<Realignment> realigned(String file) {
    List<Realignment> all = new ArrayList<>();
    try (NiftiReader reader = NiftiReader.open(SharedData.of("data").resolve(file))) {
      Grid grid = Grid.of(reader.header().geometry());
      Realigner realigner = Realigner.of(reader.next().view(grid.shape()), grid);
      RigidBody pose = RigidBody.IDENTITY;
      while (reader.hasNext()) {
        StoredVoxels volume = reader.next().view(grid.shape());
        all.add(realigner.estimate(volume, pose));
        pose = all.get(all.size() - 1).pose();
      }
    }
    return all;
  }
}
