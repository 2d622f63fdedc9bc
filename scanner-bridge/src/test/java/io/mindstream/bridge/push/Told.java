package io.mindstream.bridge.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.LiveFeed;
import io.mindstream.bridge.source.LiveMessage;
import io.mindstream.bridge.source.LiveMessage.Happened;
import io.mindstream.bridge.source.LiveMessage.RunBroken;
import io.mindstream.bridge.source.LiveMessage.RunStarted;
import io.mindstream.imaging.roi.RoiMasks;
import io.mindstream.schemas.fmri.RunId;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A feed that listens, and all that it told so far. */
public final class Told implements AutoCloseable {

  private final List<LiveMessage> messages = new CopyOnWriteArrayList<>();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final LiveFeed feed;
  private final CompletableFuture<Void> over;

  /** Listens to a feed; the function opens it with a listener for notes. */
  public Told(Function<Consumer<String>, ? extends LiveFeed> open) {
    feed = open.apply(notes::add);
    over = CompletableFuture.runAsync(this::listen);
  }

  private void listen() {
    try {
      feed.listen(messages::add);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs that end after a minute of silence, of which none comes in a test. */
  public static PushOptions options() {
    return options(Optional.empty(), Duration.ofMinutes(1), OptionalDouble.empty());
  }

  /** Options of the run sub-01_task-view_run-01. */
  public static PushOptions options(Optional<Path> mask, Duration endAfter, OptionalDouble tr) {
    return new PushOptions(
        RunId.parse("sub-01_task-view_run-01"),
        tr,
        mask,
        RoiMasks.DEFAULT_FRACTION,
        Optional.empty(),
        endAfter,
        false);
  }

  /** Where the feed listens. */
  public int port() {
    return ((PushFeed) feed).address().getPort();
  }

  /** Waits until so many messages of a kind were told. */
  public void await(Class<? extends LiveMessage> kind, int count) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(messages).filteredOn(kind::isInstance).hasSize(count));
  }

  /** Waits for a note. */
  public void awaitNote(String part) {
    Awaitility.await().untilAsserted(() -> assertThat(notes).anyMatch(note -> note.contains(part)));
  }

  /** Waits for a volume whose first voxel has this value. */
  public void awaitVolume(double firstVoxel) {
    Awaitility.await()
        .until(() -> volumes().stream().anyMatch(volume -> firstVoxel(volume) == firstVoxel));
  }

  private static double firstVoxel(FeedMessage.Volume volume) {
    return volume.data().bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).getShort();
  }

  /** All that was told. */
  public List<LiveMessage> messages() {
    return messages;
  }

  /** The kinds of what was told. */
  public List<String> kinds() {
    return messages.stream().map(message -> message.getClass().getSimpleName()).toList();
  }

  /** How the runs began. */
  public List<RunStarted> starts() {
    return of(RunStarted.class);
  }

  /** Why runs broke off. */
  public List<String> reasons() {
    return of(RunBroken.class).stream().map(RunBroken::reason).toList();
  }

  /** Indices of volumes in the order of telling. */
  public List<Integer> indices() {
    return volumes().stream().map(FeedMessage.Volume::index).toList();
  }

  /** Volumes in the order of telling. */
  public List<FeedMessage.Volume> volumes() {
    return of(Happened.class).stream()
        .map(Happened::what)
        .filter(FeedMessage.Volume.class::isInstance)
        .map(FeedMessage.Volume.class::cast)
        .toList();
  }

  /** Notes so far. */
  public List<String> notes() {
    return notes;
  }

  private <T extends LiveMessage> List<T> of(Class<T> kind) {
    return messages.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Tells the feed to finish, and waits for it. */
  public void finish() {
    feed.finish();
    over.join();
  }

  @Override
  public void close() {
    feed.finish();
  }
}
