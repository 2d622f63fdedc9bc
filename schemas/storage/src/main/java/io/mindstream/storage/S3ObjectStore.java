package io.mindstream.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * One bucket of any S3-compatible server. The bucket is made on the first write if it is missing.
 */
public final class S3ObjectStore implements ObjectStore {

  /** For objects of tens of megabytes over a slow line. */
  private static final Duration LARGE_CALL = Duration.ofMinutes(4);

  private final StoreSettings settings;
  private final S3Client client;

  /** A store that connects on its first use. */
  public S3ObjectStore(StoreSettings settings) {
    this.settings = settings;
    this.client = S3Clients.of(settings);
  }

  @Override
  public void put(String key, byte[] content, String contentType) {
    put(key, RequestBody.fromBytes(content), request(key, contentType));
  }

  @Override
  public void put(String key, Path file, String contentType) {
    PutObjectRequest.Builder request =
        request(key, contentType).overrideConfiguration(call -> call.apiCallTimeout(LARGE_CALL));
    put(key, RequestBody.fromFile(file), request);
  }

  @Override
  public Optional<InputStream> open(String key) {
    return call(
        "read " + key,
        () -> {
          try {
            return Optional.of(
                client.getObject(
                    get ->
                        get.bucket(settings.bucket())
                            .key(full(key))
                            .overrideConfiguration(call -> call.apiCallTimeout(LARGE_CALL))));
          } catch (NoSuchKeyException | NoSuchBucketException e) {
            return Optional.empty();
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
                client
                    .getObjectAsBytes(get -> get.bucket(settings.bucket()).key(full(key)))
                    .asByteArray());
          } catch (NoSuchKeyException | NoSuchBucketException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public List<StoredObject> objects(String prefix) {
    return found(
        "list " + prefix,
        () ->
            client
                .listObjectsV2Paginator(list -> list.bucket(settings.bucket()).prefix(full(prefix)))
                .contents()
                .stream()
                .map(found -> new StoredObject(own(found.key()), found.size(), found.eTag()))
                .toList());
  }

  @Override
  public List<String> folders(String folder) {
    return found(
        "list " + folder,
        () ->
            client
                .listObjectsV2Paginator(
                    list -> list.bucket(settings.bucket()).prefix(full(folder)).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix)
                .map(this::own)
                .toList());
  }

  @Override
  public String address() {
    return settings.address();
  }

  @Override
  public void close() {
    client.close();
  }

  private String full(String key) {
    return settings.prefix() + key;
  }

  private String own(String key) {
    return key.substring(settings.prefix().length());
  }

  private <T> List<T> found(String what, Supplier<List<T>> listing) {
    return call(
        what,
        () -> {
          try {
            return listing.get();
          } catch (NoSuchBucketException e) {
            return List.of();
          }
        });
  }

  private void put(String key, RequestBody content, PutObjectRequest.Builder put) {
    PutObjectRequest request = put.build();
    call(
        "store " + key,
        () -> {
          try {
            return client.putObject(request, content);
          } catch (NoSuchBucketException e) {
            createBucket();
            return client.putObject(request, content);
          }
        });
  }

  private PutObjectRequest.Builder request(String key, String contentType) {
    PutObjectRequest.Builder put =
        PutObjectRequest.builder()
            .bucket(settings.bucket())
            .key(full(key))
            .contentType(contentType);
    encrypt(put, settings.encryption());
    return put;
  }

  private static void encrypt(PutObjectRequest.Builder put, String encryption) {
    String kms = "aws:kms";
    if (encryption.startsWith(kms)) {
      put.serverSideEncryption(kms);
      if (encryption.length() > kms.length()) {
        put.ssekmsKeyId(encryption.substring(kms.length() + 1));
      }
    } else if (!encryption.isEmpty()) {
      put.serverSideEncryption(encryption);
    }
  }

  private void createBucket() {
    try {
      client.createBucket(create -> create.bucket(settings.bucket()));
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
}
