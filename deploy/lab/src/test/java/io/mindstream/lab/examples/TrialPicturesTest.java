package io.mindstream.lab.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.simulation.Category;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.imaging.bids.StimulusPictures;
import io.mindstream.imaging.picture.RgbImage;
import io.mindstream.lab.training.TrainingException;
import io.mindstream.schemas.fmri.EventWindow;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialPicturesTest {

  private static final int PIXELS = 8;

  @TempDir private Path folder;

  private StimulusPictures stimuli;
  private TrialPictures pictures;

  @BeforeEach
  void open() {
    stimuli = new StimulusPictures(folder);
    pictures = new TrialPictures(stimuli, PIXELS);
  }

  @Test
  void shouldTakeTheVeryPictureShownBeforeThatOfItsType() throws IOException {
    plain("mine.png", Color.RED);
    plain("face.png", Color.BLUE);

    assertThat(pictures.of(event("face", Optional.of("mine.png")))).isEqualTo(all(Color.RED));
  }

  @Test
  void shouldTakeThePictureOfTheTrialTypeBeforeADrawing() throws IOException {
    plain("face.png", Color.BLUE);

    assertThat(pictures.of(event("face", Optional.empty()))).isEqualTo(all(Color.BLUE));
  }

  @Test
  void shouldDrawATrialTypeThatHasNoPicture() {
    RgbImage typical = Drawings.typical(Category.of("face").orElseThrow(), PIXELS);

    assertThat(pictures.ofType("face")).isEqualTo(typical);
  }

  @Test
  void shouldSayWhereThePictureOfAnUnknownTypeBelongs() {
    assertThatThrownBy(() -> pictures.ofType("zebra"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("zebra.png")
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("stim_file");
  }

  @Test
  void shouldShowTheMiddleOfAWidePicture() throws IOException {
    BufferedImage wide = new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = wide.createGraphics();
    g.setColor(Color.GREEN);
    g.fillRect(40, 0, 40, 40);
    g.dispose();
    ImageIO.write(wide, "png", folder.resolve("wide.png").toFile());

    assertThat(pictures.ofType("wide")).isEqualTo(all(Color.GREEN));
  }

  private void plain(String name, Color colour) throws IOException {
    ImageIO.write(square(colour, 32), "png", folder.resolve(name).toFile());
  }

  private FeedMessage.Event event(String type, Optional<String> stimFile) {
    return new FeedMessage.Event(
        0, 0, 0, 1, type, stimFile, stimFile.flatMap(stimuli::png), EventWindow.NONE);
  }

  private static RgbImage all(Color colour) {
    return RgbImage.of(square(colour, PIXELS));
  }

  private static BufferedImage square(Color colour, int edge) {
    BufferedImage square = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = square.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, edge, edge);
    g.dispose();
    return square;
  }
}
