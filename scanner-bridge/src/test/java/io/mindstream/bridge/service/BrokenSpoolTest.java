package io.mindstream.bridge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveReceiver;
import io.mindstream.bridge.source.Speed;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.testing.BrokerOfClass;
import io.mindstream.schemas.topic.TopicAdmin;
import io.mindstream.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A live feed that listens from its making on, and whose spool cannot be opened. */
@Timeout(120)
class BrokenSpoolTest {

  private static final Topics TOPICS = Topics.withPartitions(1);

  @RegisterExtension static final BrokerOfClass broker = new BrokerOfClass();

  @TempDir private Path folder;
  private final OpenDoor feed = new OpenDoor();
  private BridgeService bridge;

  @BeforeEach
  void startOnASpoolThatIsNoFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("spool"), "no folder");
    SchemaRegistry registry = new SchemaRegistry("mock://broken-spool");
    new TopicAdmin(broker.settings(), registry).prepare(TOPICS);
    bridge =
        new BridgeService(
            broker.settings(), registry, TOPICS, new SimpleMeterRegistry(), Spools.in(file));
    bridge.start();
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  @Test
  void shouldCloseTheDoorOfAFeedThatItCannotPlay() {
    Playback playback =
        bridge.play(feed, PlaybackOptions.at(Speed.REAL_TIME), PlaybackListener.NONE);
    assertThatThrownBy(playback::await)
        .isInstanceOf(PlaybackException.class)
        .hasMessageContaining(folder.resolve("spool").toString());
    assertThat(feed.finished).isTrue();
  }

  /** Nobody listens to it, so that only its bridge can close it. */
  private static final class OpenDoor implements LiveFeed {

    private final AtomicBoolean finished = new AtomicBoolean();

    @Override
    public String description() {
      return "an open door";
    }

    @Override
    public void listen(LiveReceiver receiver) {
      throw new IllegalStateException("a playback without a spool must not get here");
    }

    @Override
    public void finish() {
      finished.set(true);
    }
  }
}
