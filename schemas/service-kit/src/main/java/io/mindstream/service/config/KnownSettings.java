package io.mindstream.service.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings that a process has: the build writes down those of each module's configuration
 * records, with what their Javadoc says.
 *
 * @param groups the prefixes that are this process's own, such as {@code mindstream.decoder}
 * @param settings in the order in which the records have them
 */
public record KnownSettings(Set<String> groups, List<Setting> settings) {

  private static final String RESOURCE = "META-INF/spring-configuration-metadata.json";
  private static final String OURS = "mindstream.";

  /** Keeps its own copies. */
  public KnownSettings {
    groups = Set.copyOf(groups);
    settings = List.copyOf(settings);
  }

  /** Those of the modules on the class path. */
  public static KnownSettings onClassPath() {
    Set<String> groups = new TreeSet<>();
    List<Setting> settings = new ArrayList<>();
    try {
      ClassLoader loader = KnownSettings.class.getClassLoader();
      for (URL module : Collections.list(loader.getResources(RESOURCE))) {
        JsonNode said = new JsonMapper().readTree(module);
        said.path("groups").forEach(group -> groups.add(group.path("name").asText()));
        said.path("properties").forEach(property -> settings.add(setting(property)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    groups.removeIf(group -> !group.startsWith(OURS));
    settings.removeIf(setting -> !setting.name().startsWith(OURS));
    return new KnownSettings(groups, settings);
  }

  private static Setting setting(JsonNode property) {
    return new Setting(
        property.path("name").asText(),
        property.path("type").asText(),
        property.path("type").asText().equals("java.util.Map"),
        Optional.of(property.path("defaultValue").asText()).filter(value -> !value.isEmpty()),
        plain(property.path("description").asText()));
  }

  /** Javadoc without its tags, on one line. */
  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@(?:code|link)\\s+([^}]*)}", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
