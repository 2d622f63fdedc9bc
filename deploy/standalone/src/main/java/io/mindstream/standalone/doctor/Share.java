package io.mindstream.standalone.doctor;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder that a scanner writes to: its rights, its clock, its room, what came last. */
public final class Share {

  private static final double CLOCK_LIMIT_SECONDS = 2;

  private Share() {}

  /** What was found. */
  public static List<Finding> look(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(
          Finding.bad(
              "share", folder + " is no folder; mount it, or give another --scanner-folder"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(newest(folder));
    findings.add(clock(folder));
    findings.add(Machine.disk("share's disk", folder));
    return findings;
  }

  private static Finding newest(Path folder) {
    Newest newest = new Newest();
    try {
      Files.walkFileTree(folder, newest);
    } catch (IOException e) {
      return Finding.bad(
          "share", folder + " cannot be listed (" + e.getMessage() + "); check its rights");
    }
    Instant at = newest.at;
    return at == null
        ? Finding.note("share", folder + " can be listed; nothing came yet")
        : Finding.ok(
            "share",
            "%d files; the last one came %s, %s ago"
                .formatted(newest.files, at.truncatedTo(ChronoUnit.SECONDS), ago(at)));
  }

  private static String ago(Instant at) {
    long seconds = Duration.between(at, Instant.now()).toSeconds();
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }

  /** The time that the share gives a file which is written now. */
  private static Finding clock(Path folder) {
    try {
      Path probe = Files.createTempFile(folder, ".mindstream-doctor", ".tmp");
      Instant now = Instant.now();
      Instant there = Files.getLastModifiedTime(probe).toInstant();
      Files.delete(probe);
      double ahead = Duration.between(now, there).toMillis() / 1e3;
      String text = "can be written; its clock is %+.1f s from ours".formatted(ahead);
      return Math.abs(ahead) <= CLOCK_LIMIT_SECONDS
          ? Finding.ok("share's clock", text)
          : Finding.bad("share's clock", text + "; set both by NTP");
    } catch (IOException e) {
      return Finding.note(
          "share's clock", "read only for us, which is enough; its clock is not known");
    }
  }

  private static final class Newest extends SimpleFileVisitor<Path> {
    private @Nullable Instant at;
    private long files;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Instant modified = attributes.lastModifiedTime().toInstant();
      files++;
      if (at == null || modified.isAfter(at)) {
        at = modified;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
