package io.mindstream.lab.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.decoding.RgbImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {

  private static final RgbImage BLACK = new RgbImage(64, 64, new byte[3 * 64 * 64]);
  private static final EvaluatedTrial TRIAL =
      new EvaluatedTrial("face", 0, Optional.of(BLACK), List.of(BLACK));

  @TempDir private Path folder;

  @Test
  void shouldFrameInRedWhatIsTakenForSomethingElse() throws IOException {
    BufferedImage sheet = sheet(Optional.of(new Verdict("house", false)));

    assertThat(sum(sheet, Color::getRed)).isGreaterThan(sum(sheet, Color::getGreen));
  }

  @Test
  void shouldFrameInGreenWhatIsNamedRight() throws IOException {
    BufferedImage sheet = sheet(Optional.of(new Verdict("face", true)));

    assertThat(sum(sheet, Color::getGreen)).isGreaterThan(sum(sheet, Color::getRed));
  }

  @Test
  void shouldFrameNothingWithoutAVerdict() throws IOException {
    BufferedImage sheet = sheet(Optional.empty());

    assertThat(sum(sheet, Color::getGreen)).isEqualTo(sum(sheet, Color::getRed));
  }

  private BufferedImage sheet(Optional<Verdict> verdict) throws IOException {
    Path file = folder.resolve("sheet.png");
    ContactSheet.write(file, List.of(TRIAL), 1, trial -> verdict);
    return ImageIO.read(file.toFile());
  }

  private static long sum(BufferedImage sheet, ToIntFunction<Color> channel) {
    return IntStream.range(0, sheet.getWidth() * sheet.getHeight())
        .mapToObj(i -> new Color(sheet.getRGB(i % sheet.getWidth(), i / sheet.getWidth())))
        .mapToLong(channel::applyAsInt)
        .sum();
  }
}
