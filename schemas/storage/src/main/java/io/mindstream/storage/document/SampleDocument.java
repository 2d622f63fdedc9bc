package io.mindstream.storage.document;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.checksum.Sha256;

/**
 * One decoded picture.
 *
 * @param index which of the trial's samples, origin 0
 * @param file its name in the trial's folder
 * @param seed of the noise it was made from
 * @param width pixels across
 * @param height pixels down
 * @param bytes size of the file
 * @param sha256 of the file, in hex
 * @param encodeMillis for encoder and condition, shared by the trial's samples
 * @param sampleMillis for the denoising loop, shared by the samples of one batch
 * @param decodeMillis for the latent decoder and the PNG, shared by the samples of one batch
 */
public record SampleDocument(
    int index,
    String file,
    long seed,
    int width,
    int height,
    int bytes,
    String sha256,
    double encodeMillis,
    double sampleMillis,
    double decodeMillis) {

  static SampleDocument of(DecodedImage image, byte[] png) {
    return new SampleDocument(
        image.getSampleIndex(),
        "sample-" + image.getSampleIndex() + ".png",
        image.getSeed(),
        image.getWidth(),
        image.getHeight(),
        png.length,
        Sha256.hex(png),
        image.getEncodeMillis(),
        image.getSampleMillis(),
        image.getDecodeMillis());
  }
}
