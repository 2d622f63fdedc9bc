package io.mindstream.standalone.vectors;

import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.checksum.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/** Vectors as an Avro container file with zstd, which any Avro reader reads. */
public final class VectorsFile {

  private static final int LEVEL = 3;
  private static final int SYNC_BYTES = 16;

  private VectorsFile() {}

  /** The file's bytes; the same vectors give the same. */
  static byte[] write(String run, List<VoxelVector> vectors) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<VoxelVector> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(VoxelVector.class))) {
      writer.setCodec(CodecFactory.zstandardCodec(LEVEL, true));
      writer.create(VoxelVector.getClassSchema(), out, sync(run));
      for (VoxelVector vector : vectors) {
        writer.append(vector);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The vectors in a file's bytes.
   *
   * @throws UncheckedIOException where it holds none
   */
  public static List<VoxelVector> read(byte[] file) {
    List<VoxelVector> vectors = new ArrayList<>();
    try (DataFileStream<VoxelVector> reader =
        new DataFileStream<>(
            new ByteArrayInputStream(file), new SpecificDatumReader<>(VoxelVector.class))) {
      reader.forEach(vectors::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vectors;
  }

  /** Avro would take random bytes. */
  private static byte[] sync(String run) {
    MessageDigest digest = Sha256.digest();
    digest.update(run.getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(), SYNC_BYTES);
  }
}
