package io.mindstream.decoder.decoding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.decoder.bundle.BundleException;
import io.mindstream.decoder.family.Bundles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleDecoderFactoryTest {

  @Test
  void shouldSayHowToGetABundleWhereNoneIsConfigured() {
    assertThatThrownBy(() -> open(null))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("mindstream.decoder.bundle is not set")
        .hasMessageContaining("mindstream model random")
        .hasMessageContaining("mindstream model import");
  }

  @Test
  void shouldNameTheFolderThatIsNotThere(@TempDir Path folder) {
    Path missing = folder.resolve("bundle");

    assertThatThrownBy(() -> open(missing))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void shouldNameTheFolderThatHoldsNoBundle(@TempDir Path folder) {
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void shouldListTheFamiliesWhereTheBundleIsOfNone(@TempDir Path folder) throws IOException {
    Bundles.write(folder, "telepathy");

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("'telepathy'")
        .hasMessageContaining("mind-vis, never-loaded, plain-colour");
  }

  private static void open(Path bundle) {
    new BundleDecoderFactory(bundle, new NetworkSettings(Precision.FP32, 0, null))
        .open(new DeviceChoice.Cpu());
  }
}
