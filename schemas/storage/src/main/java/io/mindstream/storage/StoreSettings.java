package io.mindstream.storage;

import io.mindstream.schemas.serde.HttpUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which bucket of which S3 server.
 *
 * @param endpoint URL of the server; empty is AWS itself, in the region
 * @param region its region; most servers outside AWS take any
 * @param bucket the bucket, made if it is missing
 * @param prefix begins every key: empty, or folders that end with a slash
 * @param accessKey access key id; empty asks the AWS SDK's default chain (environment, profile,
 *     container, instance)
 * @param secretKey secret access key
 * @param pathStyle true where the bucket is in the URL's path, as servers of one's own want it;
 *     false where it is the host's name, as AWS does
 * @param encryption encryption at rest that the server is asked for: empty, {@code AES256}, {@code
 *     aws:kms}, or {@code aws:kms:KEY}
 * @param attempts how often a call is tried before it is said to have failed, at least 1
 */
public record StoreSettings(
    String endpoint,
    String region,
    String bucket,
    String prefix,
    String accessKey,
    String secretKey,
    boolean pathStyle,
    String encryption,
    int attempts) {

  private static final String NAME = "mindstream.sink.s3.";

  /** The rules of S3: also no two dots in a row, and no IP address. */
  private static final Pattern BUCKET =
      Pattern.compile("(?!.*\\.\\.)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private static final Pattern PREFIX = Pattern.compile("|([A-Za-z0-9_.=-]+/)+");
  private static final Pattern ENCRYPTION = Pattern.compile("|AES256|aws:kms(:.+)?");

  /**
   * Checks all values.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public StoreSettings {
    List<String> problems = new ArrayList<>();
    require(
        problems,
        endpoint.isEmpty() || HttpUrl.isHttp(endpoint),
        "endpoint must be a URL such as http://HOST:PORT or https://HOST, got '%s'",
        endpoint);
    require(
        problems,
        BUCKET.matcher(bucket).matches(),
        "bucket must be 3 to 63 small letters, digits, dots or dashes, begin and end with a letter or"
            + " digit, have no two dots in a row and be no IP address, got '%s'",
        bucket);
    require(
        problems,
        PREFIX.matcher(prefix).matches(),
        "prefix must be folders of letters, digits, dots, dashes and underscores that end with a"
            + " slash, such as lab-2/, got '%s'",
        prefix);
    require(
        problems,
        accessKey.isEmpty() == secretKey.isEmpty(),
        "access-key and %1$ssecret-key must both be set, or neither",
        NAME);
    require(
        problems,
        ENCRYPTION.matcher(encryption).matches(),
        "encryption must be AES256, aws:kms, aws:kms:KEY or nothing, got '%s'",
        encryption);
    require(problems, attempts >= 1, "attempts must be at least 1, got %s", attempts);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
  }

  /** One bucket of a server of one's own, with what is usual there. */
  public static StoreSettings of(
      String endpoint, String bucket, String accessKey, String secretKey) {
    return new StoreSettings(endpoint, "us-east-1", bucket, "", accessKey, secretKey, true, "", 3);
  }

  private static void require(List<String> problems, boolean holds, String format, Object value) {
    if (!holds) {
      problems.add(NAME + String.format(Locale.ROOT, format, value));
    }
  }

  /** Where the objects are, for people. */
  public String address() {
    String server = endpoint.isEmpty() ? "s3://" : endpoint.replaceFirst("/+$", "") + "/";
    return (server + bucket + "/" + prefix).replaceFirst("/+$", "");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return address() + " (" + region + ")";
  }
}
