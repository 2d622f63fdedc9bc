package io.mindstream.standalone.cli;

import io.mindstream.bridge.kafka.RoiPublication;
import io.mindstream.bridge.source.Feed;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.imaging.roi.RoiText;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.fmri.RoiChecksum;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.standalone.pipeline.StandalonePipeline;
import io.mindstream.standalone.pipeline.StandaloneSettings;
import java.util.Optional;

/**
 * The region that a trained model brings along in its bundle. It is decoded where nobody names
 * another one: of other voxels the model would refuse every vector.
 *
 * @param mask the region; empty where there is none, or another one was named
 */
record ModelRegion(Optional<RoiMask> mask) {

  private static final ModelRegion NONE = new ModelRegion(Optional.empty());
  private static final String MASK = "mindstream.bridge.scanner.mask";

  /**
   * The region of the model that was named.
   *
   * @param named whether a region or a mask is named beside it
   * @throws io.mindstream.imaging.roi.RoiException where the bundle's region cannot be read
   */
  static ModelRegion of(DecoderOptions decoder, boolean named) {
    return named ? NONE : new ModelRegion(decoder.model().flatMap(RegionFile::find));
  }

  /** None where a feed has these very voxels itself, or another grid, where they have no place. */
  ModelRegion unlessOf(Feed feed) {
    return mask.filter(region -> sameGrid(region.getGeometry(), feed.roi().getGeometry()))
            .filter(region -> !RoiChecksum.of(region).equals(RoiChecksum.of(feed.roi())))
            .isPresent()
        ? this
        : NONE;
  }

  private static boolean sameGrid(Geometry one, Geometry other) {
    return VolumeShape.of(one).equals(VolumeShape.of(other));
  }

  /** Its id, for runs to name. */
  Optional<String> id() {
    return mask.map(RoiMask::getRoiId);
  }

  /** The settings with this region for a scanner, unless they name another one themselves. */
  StandaloneSettings apply(StandaloneSettings settings) {
    boolean named =
        settings.properties().containsKey(RegionOptions.SETTING)
            || settings.properties().containsKey(MASK);
    return named
        ? settings
        : id().map(region -> settings.with(RegionOptions.SETTING, region)).orElse(settings);
  }

  /** Publishes it, so that every run that names it can be decoded. */
  void publish(StandalonePipeline pipeline, Console console) {
    mask.ifPresent(
        region -> {
          new RoiPublication(pipeline.kafka(), pipeline.registry(), pipeline.topics())
              .publish(region, console::say);
          console.say("region     " + region.getRoiId() + ", the model's: " + RoiText.of(region));
        });
  }
}
