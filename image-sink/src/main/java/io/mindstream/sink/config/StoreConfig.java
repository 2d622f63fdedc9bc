package io.mindstream.sink.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.mindstream.storage.StoreSettings;

/**
 * Where objects are stored, properties {@code mindstream.sink.s3.*}; as {@link StoreSettings}.
 *
 * @param endpoint URL of an S3-compatible server; empty is AWS itself
 * @param region its region; most servers outside AWS take any
 * @param bucket the bucket, made if it is missing
 * @param prefix begins every key: empty, or folders that end with a slash
 * @param accessKey access key id; empty asks the AWS SDK's default chain
 * @param secretKey secret access key
 * @param pathStyle true where the bucket is in the URL's path, false where it is the host's name
 * @param encryption empty, {@code AES256}, {@code aws:kms} or {@code aws:kms:KEY}
 * @param attempts how often a call is tried
 */
@ConfigurationProperties("mindstream.sink.s3")
public record StoreConfig(
    @Bindable(defaultValue = "http://localhost:9000") String endpoint,
    @Bindable(defaultValue = "us-east-1") String region,
    @Bindable(defaultValue = "mindstream") String bucket,
    @Bindable(defaultValue = "") String prefix,
    @Bindable(defaultValue = "") String accessKey,
    @Bindable(defaultValue = "") String secretKey,
    @Bindable(defaultValue = "true") boolean pathStyle,
    @Bindable(defaultValue = "") String encryption,
    @Bindable(defaultValue = "3") int attempts) {

  /**
   * Checks all values.
   *
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public StoreConfig {
    new StoreSettings(
        endpoint, region, bucket, prefix, accessKey, secretKey, pathStyle, encryption, attempts);
  }

  /** The same, for who connects. */
  public StoreSettings settings() {
    return new StoreSettings(
        endpoint, region, bucket, prefix, accessKey, secretKey, pathStyle, encryption, attempts);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return settings().toString();
  }
}
