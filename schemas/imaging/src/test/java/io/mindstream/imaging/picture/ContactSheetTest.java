package io.mindstream.imaging.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

  private static final RgbImage BLACK = new RgbImage(64, 64, new byte[3 * 64 * 64]);

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
    byte[] png =
        ContactSheet.png(
            "t",
            List.of(new ContactSheet.Row("face", Optional.of(BLACK), List.of(BLACK), verdict)),
            1);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long sum(BufferedImage sheet, ToIntFunction<Color> channel) {
    return IntStream.range(0, sheet.getWidth() * sheet.getHeight())
        .mapToObj(i -> new Color(sheet.getRGB(i % sheet.getWidth(), i / sheet.getWidth())))
        .mapToLong(channel::applyAsInt)
        .sum();
  }
}
