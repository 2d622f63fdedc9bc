package io.mindstream.preprocess.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StoreCatalogueTest {

  @Test
  void shouldNameTheChangelogOfEachStore() {
    assertThat(StoreCatalogue.changelogs("app"))
        .isEqualTo(
            StoreCatalogue.builders(
                    Topics.standard().runs().codec(new SchemaRegistry("mock://catalogue")),
                    Stores::inMemoryKeyValueStore)
                .stream()
                .map(store -> "app-" + store.name() + "-changelog")
                .collect(Collectors.toSet()));
  }

  @Test
  void shouldNameNoChangelogOfAnotherApplication() {
    assertThat(StoreCatalogue.changelogs("app"))
        .doesNotContainAnyElementsOf(StoreCatalogue.changelogs("app-2"));
  }
}
