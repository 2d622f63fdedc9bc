package io.mindstream.decoder.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.RandomBundle;
import io.mindstream.decoder.model.ModelSize;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchThreadsTest {

  private static final String DJL_THREADS = "ai.djl.pytorch.num_threads";

  @TempDir private Path folder;

  @BeforeEach
  void startWithTwo() {
    TorchThreads.use(2);
  }

  @AfterEach
  void leaveOne() {
    TorchThreads.use(1);
  }

  @Test
  void shouldUseAsManyAsAreAskedFor() {
    useForTinyNetwork(3);
    assertThat(TorchThreads.inUse()).isEqualTo(3);
  }

  @Test
  void shouldRunASmallNetworkOnOne() {
    String outside = System.clearProperty(DJL_THREADS);
    try {
      useForTinyNetwork(0);
      assertThat(TorchThreads.inUse()).isEqualTo(1);
    } finally {
      if (outside != null) {
        System.setProperty(DJL_THREADS, outside);
      }
    }
  }

  private void useForTinyNetwork(int asked) {
    Path tiny = folder.resolve("tiny");
    RandomBundle.create(ModelSize.TINY, 100, 1, null, tiny);
    try (ModelBundle bundle = ModelBundle.open(tiny)) {
      TorchThreads.useFor(bundle.weights(), asked);
    }
  }
}
