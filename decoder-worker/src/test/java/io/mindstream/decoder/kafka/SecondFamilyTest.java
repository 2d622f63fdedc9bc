package io.mindstream.decoder.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.decoder.decoding.BundleDecoderFactory;
import io.mindstream.decoder.decoding.NetworkSettings;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.decoding.Vectors;
import io.mindstream.decoder.family.Bundles;
import io.mindstream.decoder.family.PlainColourFamily;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.testing.KafkaBroker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is nothing like MinD-Vis, served as any other. */
class SecondFamilyTest {

  private static final int TRIAL = 15;
  private static final int MEAN_OF_THE_VECTOR = 5;

  @TempDir private static Path folder;
  private static DecodedImage image;

  @BeforeAll
  static void decode() throws IOException {
    Path bundle = Bundles.write(folder.resolve("bundle"), PlainColourFamily.NAME);
    NetworkSettings network = new NetworkSettings(Precision.FP32, 0, null);
    try (KafkaBroker broker = KafkaBroker.startIn(folder);
        DecoderFixture decoder = new DecoderFixture(broker.settings())) {
      decoder.publish(0, Vectors.of(TRIAL));
      decoder.startWith("a", new BundleDecoderFactory(bundle, network));
      decoder.awaitTrials(TRIAL);
      image = decoder.images().get(0);
    }
  }

  @Test
  void shouldPaintWhatTheFamilyPaints() throws IOException {
    int grey = ImageIO.read(new ByteArrayInputStream(image.getPng().array())).getRGB(0, 0) & 0xff;

    assertThat(grey).isEqualTo(MEAN_OF_THE_VECTOR);
  }

  @Test
  void shouldRecordWhatTheFamilyDidAndNotWhatTheSettingsAskFor() {
    assertThat(image.getSampler()).isEqualTo(PlainColourFamily.NAME);
    assertThat(image.getSteps()).isEqualTo(1);
  }

  @Test
  void shouldRecordTheModelOfTheBundle() {
    assertThat(image.getModelId()).isEqualTo(PlainColourFamily.NAME);
    assertThat(image.getModelTrained()).isTrue();
  }
}
