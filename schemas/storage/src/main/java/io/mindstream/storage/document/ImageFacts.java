package io.mindstream.storage.document;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.storage.document.TrialDocument.Answer;
import io.mindstream.storage.document.TrialDocument.Model;
import io.mindstream.storage.document.TrialDocument.Times;
import io.mindstream.storage.document.TrialDocument.Vector;
import io.mindstream.storage.document.TrialDocument.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a picture's record says, as the parts of a trial's document. */
final class ImageFacts {

  private ImageFacts() {}

  static Answer answer(DecodedImage image) {
    return new Answer(
        image.getRevision(), image.getLastRevision(), image.getNewestVolume().orElse(null));
  }

  static Window window(DecodedImage image) {
    return new Window(
        image.getFirstVolume(),
        image.getLastVolume(),
        image.getVolumesUsed(),
        image.getVolumesExpected());
  }

  static Vector vector(DecodedImage image) {
    return new Vector(
        image.getNormalisation().orElse(null),
        image.getWindowDelaySeconds().orElse(null),
        image.getSteadyVolumes().orElse(null),
        image.getRoiId().orElse(null),
        image.getRoiChecksum().orElse(null),
        image.getRecipe().orElse(null),
        image.getTrialsAveraged() == 1 ? null : image.getTrialsAveraged());
  }

  static List<String> quality(DecodedImage image) {
    List<String> flags = new ArrayList<>();
    if (image.getVolumesUsed() < image.getVolumesExpected()) {
      flags.add(TrialDocument.VOLUMES_MISSING);
    }
    if (!image.getModelTrained()) {
      flags.add(TrialDocument.MODEL_UNTRAINED);
    }
    image.getQualityFlags().forEach(flag -> flags.add(flag.toLowerCase(Locale.ROOT)));
    return flags;
  }

  static Model model(DecodedImage image) {
    return new Model(
        image.getModelId(),
        image.getModelChecksum(),
        image.getModelTrained(),
        image.getSampler(),
        image.getSteps(),
        image.getGuidance(),
        image.getDevice());
  }

  static Times times(StageTimes times) {
    return new Times(
        times.getLastVolumeAcquiredAt(),
        times.getLastVolumeReceivedAt(),
        times.getVectorEmittedAt(),
        times.getDecodeStartedAt().orElse(null),
        times.getDecodeEndedAt().orElse(null));
  }
}
