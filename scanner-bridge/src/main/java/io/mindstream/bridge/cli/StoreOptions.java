package io.mindstream.bridge.cli;

import io.mindstream.service.DataPath;
import io.mindstream.storage.FolderObjectStore;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.S3ObjectStore;
import io.mindstream.storage.StoreSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where recordings lie: in a data folder, or on an S3 server. */
public final class StoreOptions {

  @ArgGroup private Place place = new Place();

  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      defaultValue = "mindstream",
      description = "Bucket of the recordings (default: ${DEFAULT-VALUE}).")
  private String bucket = "";

  @Option(
      names = "--prefix",
      paramLabel = "FOLDERS",
      defaultValue = "",
      description = "With --s3-endpoint: folders before every key, such as lab-2/.")
  private String prefix = "";

  @Option(
      names = "--region",
      paramLabel = "NAME",
      defaultValue = "us-east-1",
      description = "With --s3-endpoint: the server's region (default: ${DEFAULT-VALUE}).")
  private String region = "";

  /** Made by picocli. */
  public StoreOptions() {}

  /** One or the other. */
  static final class Place {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description =
            "Data folder of a demo or standalone pipeline, which may run or not (default:"
                + " ~/.local/share/mindstream).")
    private @Nullable Path data;

    @Option(
        names = "--s3-endpoint",
        paramLabel = "URL",
        description =
            "S3-compatible server; credentials from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.")
    private @Nullable String endpoint;
  }

  /**
   * The store; the caller closes it.
   *
   * @throws IllegalArgumentException where there is none; the message says what to do
   */
  public ObjectStore open() {
    if (place.endpoint != null) {
      return new S3ObjectStore(
          new StoreSettings(place.endpoint, region, bucket, prefix, "", "", true, "", 3));
    }
    return new FolderObjectStore(place.data == null ? DataPath.standard() : place.data, bucket);
  }
}
