package io.mindstream.sink.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.schemas.serde.HttpUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where objects are stored, properties {@code mindstream.sink.s3.*}.
 *
 * @param endpoint URL of an S3-compatible server; it is spoken to in path style
 * @param region its region; most servers outside AWS take any
 * @param bucket the bucket, made if it is missing
 * @param accessKey access key id; empty asks the AWS SDK's default chain (environment, profile,
 *     instance)
 * @param secretKey secret access key
 */
@ConfigurationProperties("mindstream.sink.s3")
public record StoreConfig(
    @Bindable(defaultValue = "http://localhost:9000") String endpoint,
    @Bindable(defaultValue = "us-east-1") String region,
    @Bindable(defaultValue = "mindstream") String bucket,
    @Bindable(defaultValue = "") String accessKey,
    @Bindable(defaultValue = "") String secretKey) {

  /** The rules of S3: also no two dots in a row, and no IP address. */
  private static final Pattern BUCKET =
      Pattern.compile("(?!.*\\.\\.)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /**
   * Checks all values.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public StoreConfig {
    List<String> problems = new ArrayList<>();
    if (!HttpUrl.isHttp(endpoint)) {
      problems.add(
          "mindstream.sink.s3.endpoint must be a URL such as http://HOST:PORT or https://HOST, got '"
              + endpoint
              + "'");
    }
    if (!BUCKET.matcher(bucket).matches()) {
      problems.add(
          "mindstream.sink.s3.bucket must be 3 to 63 small letters, digits, dots or dashes, begin and"
              + " end with a letter or digit, have no two dots in a row and be no IP address, got '"
              + bucket
              + "'");
    }
    if (accessKey.isEmpty() != secretKey.isEmpty()) {
      problems.add("mindstream.sink.s3.access-key and .secret-key must both be set, or neither");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return endpoint + "/" + bucket + " (" + region + ")";
  }
}
