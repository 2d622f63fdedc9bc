package io.mindstream.sink.store;

import io.mindstream.sink.config.StoreConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * One bucket of any S3-compatible server. The bucket is made on the first write if it is missing.
 */
public final class S3ObjectStore implements ObjectStore {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(30);

  private final StoreConfig config;
  private final S3Client client;

  /** A store that connects on its first use. */
  public S3ObjectStore(StoreConfig config) {
    this.config = config;
    this.client =
        S3Client.builder()
            .endpointOverride(URI.create(config.endpoint()))
            .region(Region.of(config.region()))
            .credentialsProvider(credentials(config))
            .forcePathStyle(true)
            // The SDK's own default sends checksums that several S3 servers refuse.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT))
            .overrideConfiguration(override -> override.apiCallTimeout(CALL))
            .build();
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    call(
        "store " + key,
        () -> {
          try {
            return putOnce(key, content, contentType);
          } catch (NoSuchBucketException e) {
            createBucket();
            return putOnce(key, content, contentType);
          }
        });
  }

  @Override
  public Optional<byte[]> get(String key) {
    return call(
        "read " + key,
        () -> {
          try {
            return Optional.of(
                client.getObjectAsBytes(get -> get.bucket(config.bucket()).key(key)).asByteArray());
          } catch (NoSuchKeyException | NoSuchBucketException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public String address() {
    return config.endpoint().replaceFirst("/+$", "") + "/" + config.bucket();
  }

  @Override
  public void close() {
    client.close();
  }

  private Object putOnce(String key, byte[] content, String contentType) {
    return client.putObject(
        put -> put.bucket(config.bucket()).key(key).contentType(contentType),
        RequestBody.fromBytes(content));
  }

  private void createBucket() {
    try {
      client.createBucket(create -> create.bucket(config.bucket()));
    } catch (BucketAlreadyExistsException | BucketAlreadyOwnedByYouException e) {
      // Another sink was first.
    }
  }

  private <T> T call(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      throw new StoreUnavailableException(
          "the object store at "
              + address()
              + " did not "
              + what
              + ": "
              + e.getMessage()
              + "; start it, or set mindstream.sink.s3.endpoint, .bucket, .access-key and .secret-key",
          e);
    }
  }

  private static AwsCredentialsProvider credentials(StoreConfig config) {
    return config.accessKey().isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(config.accessKey(), config.secretKey()));
  }
}
