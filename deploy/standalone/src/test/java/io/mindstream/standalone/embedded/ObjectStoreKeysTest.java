package io.mindstream.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreKeysTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseAFile() {
    file = folder.resolve("keys");
  }

  @Test
  void shouldKeepTheKeysOfTheFirstStart() {
    assertThat(ObjectStoreKeys.in(file)).isEqualTo(ObjectStoreKeys.in(file));
  }

  @Test
  void shouldMakeOtherKeysInAnotherFolder() {
    assertThat(ObjectStoreKeys.in(file)).isNotEqualTo(ObjectStoreKeys.in(folder.resolve("other")));
  }

  @Test
  void shouldLetOnlyTheOwnerReadTheFile() throws IOException {
    ObjectStoreKeys.in(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldNotShowTheSecret() {
    assertThat(new ObjectStoreKeys("a", "hidden").toString()).doesNotContain("hidden");
  }

  @Test
  void shouldSayWhichFileIsBroken() throws IOException {
    Files.writeString(file, "access-key=a");
    assertThatThrownBy(() -> ObjectStoreKeys.in(file)).hasMessageContaining(file.toString());
  }
}
