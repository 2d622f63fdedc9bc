package io.mindstream.standalone.tail;

import io.mindstream.schemas.avro.RunQuality;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What a record of quality says; what is not known is left out. */
final class QualityText {

  private QualityText() {}

  static String of(ScanQuality quality) {
    return quality
        .getVolume()
        .map(QualityText::volume)
        .or(() -> quality.getSummary().map(QualityText::run))
        .orElse("nothing is set");
  }

  private static String volume(VolumeQuality volume) {
    StringJoiner words = new StringJoiner(", ");
    words.add("volume " + volume.getIndex());
    add(words, "moved %.2f mm", volume.getFramewiseDisplacement());
    add(words, "DVARS %.2f %%", volume.getDvars());
    add(words, "tSNR %.1f", volume.getTsnr());
    add(words, "outliers %.3f", volume.getOutlierShare());
    if (volume.getMissingBefore() > 0) {
      words.add(volume.getMissingBefore() + " missing before");
    }
    return volume.getFlags().isEmpty()
        ? words.toString()
        : words.add(String.join(" ", volume.getFlags())).toString();
  }

  private static String run(RunQuality run) {
    StringJoiner words = new StringJoiner(", ");
    words.add("the run: " + run.getVolumes() + " volumes, " + run.getMissing() + " missing");
    words.add(run.getFlaggedVolumes() + " flagged");
    add(words, "moved %.2f mm on average", run.getMeanFramewiseDisplacement());
    add(words, "%.2f mm at most", run.getMaxFramewiseDisplacement());
    add(words, "DVARS %.2f %%", run.getMeanDvars());
    add(words, "tSNR %.1f", run.getTsnr());
    return words.toString();
  }

  private static void add(StringJoiner words, String format, Optional<Double> value) {
    value.ifPresent(known -> words.add(String.format(Locale.ROOT, format, known)));
  }
}
