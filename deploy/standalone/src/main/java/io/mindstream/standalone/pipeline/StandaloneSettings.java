package io.mindstream.standalone.pipeline;

import io.mindstream.standalone.embedded.ObjectStoreKeys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a pipeline in this JVM is made of.
 *
 * @param data folder of all that is kept: topics, schemas, objects, logs
 * @param ports where it listens
 * @param external servers that run elsewhere
 * @param properties further configuration, as in the services' own documentation, for example
 *     {@code mindstream.decoder.samples=5}; it wins over the pipeline's own
 */
public record StandaloneSettings(
    Path data, Ports ports, ExternalServers external, Map<String, Object> properties) {

  static final String ACCESS_KEY = "mindstream.sink.s3.access-key";
  static final String SECRET_KEY = "mindstream.sink.s3.secret-key";

  /** Keeps its own copy of the properties. */
  public StandaloneSettings {
    data = data.toAbsolutePath().normalize();
    properties = Map.copyOf(properties);
  }

  /** Everything embedded, on ports that are free now: for tests. */
  public static StandaloneSettings embedded(Path data) {
    return new StandaloneSettings(data, Ports.anyFree(), ExternalServers.NONE, Map.of());
  }

  /** The keys that the embedded S3 server shall have, where the properties name both. */
  Optional<ObjectStoreKeys> keys() {
    Object access = properties.get(ACCESS_KEY);
    Object secret = properties.get(SECRET_KEY);
    return access == null || secret == null
        ? Optional.empty()
        : Optional.of(new ObjectStoreKeys(access.toString(), secret.toString()));
  }

  /**
   * The same with a model: for the decoder, and for the stream, which makes the vectors that it
   * knows. A property that names another one stays.
   */
  public StandaloneSettings withModel(Path bundle) {
    String folder = bundle.toAbsolutePath().toString();
    return new StandaloneSettings(
            data,
            ports,
            external,
            Map.of("mindstream.decoder.bundle", folder, "mindstream.preprocess.bundle", folder))
        .with(properties);
  }

  /** The same with one more property. */
  public StandaloneSettings with(String property, Object value) {
    return with(Map.of(property, value));
  }

  /** The same with more properties. */
  public StandaloneSettings with(Map<String, Object> others) {
    Map<String, Object> more = new HashMap<>(properties);
    more.putAll(others);
    return new StandaloneSettings(data, ports, external, more);
  }
}
