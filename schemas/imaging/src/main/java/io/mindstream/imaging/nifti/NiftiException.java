package io.mindstream.imaging.nifti;

import java.nio.file.Path;

/** A file is not NIfTI, is broken, or holds something that is not BOLD. */
public final class NiftiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names file, field and fix.
   *
   * @param field the header field, or the part of the file
   * @param problem what is wrong, and what to do
   */
  NiftiException(Path file, String field, String problem) {
    super(file + ": " + field + ": " + problem);
  }

  NiftiException(Path file, String field, String problem, Throwable cause) {
    super(file + ": " + field + ": " + problem, cause);
  }
}
