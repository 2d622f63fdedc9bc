package io.mindstream.service.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.convert.format.MapFormat.MapTransformation;
import io.micronaut.core.naming.conventions.StringConvention;
import io.mindstream.schemas.serde.RegistrySettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the schema registry, properties {@code mindstream.registry.*}.
 *
 * @param url its address, with Confluent's REST API
 * @param user a name, where it asks for one
 * @param password with the name
 * @param properties any further property of Confluent's registry client, such as {@code
 *     ssl.truststore.location}
 */
@ConfigurationProperties("mindstream.registry")
public record RegistryConfig(
    @Bindable(defaultValue = "http://localhost:8081") String url,
    @Bindable(defaultValue = "") String user,
    @Bindable(defaultValue = "") String password,
    @Nullable @MapFormat(transformation = MapTransformation.FLAT, keyFormat = StringConvention.RAW)
        Map<String, String> properties) {

  /** The same, for who connects. */
  public RegistrySettings settings() {
    return new RegistrySettings(url, properties == null ? Map.of() : properties)
        .withCredentials(user, password);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return settings().toString();
  }
}
