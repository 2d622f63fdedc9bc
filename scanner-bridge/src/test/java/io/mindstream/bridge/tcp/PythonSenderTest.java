package io.mindstream.bridge.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mindstream.bridge.push.Told;
import io.mindstream.bridge.source.LiveMessage.Happened;
import io.mindstream.bridge.source.RunDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The header as another program lays it out, where Python is installed. */
@Timeout(60)
class PythonSenderTest {

  private static final VolumeChoice CHOICE = new VolumeChoice(false, Optional.empty());

  @Test
  void shouldReadWhatPythonPacks() throws Exception {
    assumeTrue(hasPython(), "skipped: python3 is not installed (Debian: apt install python3)");
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Told told = new Told(notes -> TcpVolumes.open(any, CHOICE, Told.options(), notes))) {
      Path script = Path.of(PythonSenderTest.class.getResource("/tcp/send_volume.py").toURI());
      assertThat(python(script.toString(), String.valueOf(told.port()))).isZero();
      told.await(Happened.class, 1);
      told.awaitVolume(100);
      RunDescription run = told.starts().get(0).run();
      assertThat(run.repetitionTimeSeconds()).isEqualTo(1.5);
      assertThat(run.geometry().getVoxelSizeMm()).containsExactly(2.0, 3.0, 4.0);
      assertThat(run.geometry().getAffine()).startsWith(-2.0, 0.0, 0.0, 10.0).endsWith(4.0, 30.0);
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return python("--version") == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int python(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "python3";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
