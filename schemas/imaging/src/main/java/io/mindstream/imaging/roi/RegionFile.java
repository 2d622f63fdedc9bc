package io.mindstream.imaging.roi;

import io.mindstream.schemas.avro.RoiMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The region of interest that a model was trained on, in the model's bundle: a threshold or a mask
 * of that session can't be had again from another one. An Avro container file with the one record
 * of {@link RoiMask} that goes to the topic decoder.rois.
 */
public final class RegionFile {

  private static final String NAME = "roi.avro";

  private RegionFile() {}

  /**
   * Puts a region into a bundle, with what it was drawn on.
   *
   * @param bundle an existing folder
   * @param mask the region
   * @param drawnOn a series of the session that it is of, on the mask's grid: its mean is the image
   *     that later sessions are registered to; empty where it has no place but its grid
   * @throws RoiException where the series is too large for a record, or shows nothing
   */
  public static void write(Path bundle, RoiMask mask, Optional<Path> drawnOn) throws IOException {
    RoiMask whole =
        RoiMask.newBuilder(mask)
            .setReference(drawnOn.map(file -> ReferenceImage.read(file).voxels()).orElse(null))
            .build();
    try (DataFileWriter<RoiMask> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(RoiMask.class))) {
      writer.create(RoiMask.getClassSchema(), bundle.resolve(NAME).toFile());
      writer.append(whole);
    }
  }

  /**
   * The region of a bundle; empty where the bundle says none.
   *
   * @throws RoiException where it says one that cannot be read
   */
  public static Optional<RoiMask> find(Path bundle) {
    Path file = bundle.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataFileReader<RoiMask> reader =
        new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(RoiMask.class))) {
      return Optional.of(reader.next());
    } catch (IOException | AvroRuntimeException | NoSuchElementException e) {
      throw new RoiException(
          file + " is no region of interest: " + e.getMessage() + "; train the model again");
    }
  }

  /**
   * The region of a bundle.
   *
   * @throws RoiException where it says none, or one that cannot be read
   */
  public static RoiMask read(Path bundle) {
    return find(bundle)
        .orElseThrow(
            () ->
                new RoiException(
                    bundle
                        + " says no region of interest ("
                        + NAME
                        + " is missing): it is no bundle, or was made without one; give the mask that"
                        + " the model was trained on"));
  }
}
