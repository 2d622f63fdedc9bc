package io.mindstream.decoder.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipDirectoryTest {

  @TempDir private Path folder;

  @Test
  void shouldFindEntriesWhoseSizesAndPlacesStandInTheZip64Field() throws IOException {
    Path path = folder.resolve("wide.zip");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(path)) {
      zip.setUseZip64(Zip64Mode.Always);
      entry(zip, "first", "some bytes");
      entry(zip, "second", "others");
    }

    try (CheckpointFile file = CheckpointFile.open(path)) {
      Map<String, FileSection> entries = ZipDirectory.read(file);
      assertThat(entries.keySet()).containsExactly("first", "second");
      assertThat(text(file, entries.get("second"))).isEqualTo("others");
    }
  }

  private static void entry(ZipArchiveOutputStream zip, String name, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    zip.putArchiveEntry(CheckpointBytes.stored(new ZipArchiveEntry(name), bytes));
    zip.write(bytes);
    zip.closeArchiveEntry();
  }

  private static String text(CheckpointFile file, FileSection section) throws IOException {
    ByteBuffer bytes = file.bytes(section.offset(), section.size());
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
