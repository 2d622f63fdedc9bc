package io.mindstream.preprocess.state;

import org.jspecify.annotations.Nullable;

/**
 * A stored value is not of the format that this program reads. Another try would find the same, so
 * the service must stop; the message names the store and says what to do.
 */
public final class StoredStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StoredStateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static StoredStateException ofFormat(String store, String changelog, int found) {
    return of(
        store, changelog, "a value of format " + found + ", expected " + StateFormat.VERSION, null);
  }

  static StoredStateException broken(String store, String changelog, Throwable cause) {
    return of(store, changelog, "a value that can't be read (" + cause.getMessage() + ")", cause);
  }

  /** All stores of the application go together: what one holds makes no sense beside new ones. */
  private static StoredStateException of(
      String store, String changelog, String found, @Nullable Throwable cause) {
    return new StoredStateException(
        "the state store "
            + store
            + " holds "
            + found
            + "; run the version that wrote it, or stop the service, delete the folder"
            + " mindstream.preprocess.state-dir and the topics that match "
            + changelog.replace(store, ".*")
            + ", start again and play the runs that were under way once more",
        cause);
  }
}
