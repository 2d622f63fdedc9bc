package io.mindstream.bridge.watch;

import io.mindstream.bridge.watch.VolumeOrder.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A folder that is looked at once a second, and what the order made of it. */
final class Looks {

  final List<String> notes = new ArrayList<>();
  final List<Turn> turns = new ArrayList<>();
  final VolumeOrder order = new VolumeOrder(notes::add);
  private final List<FileSight> folder = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  static FileSight file(long number) {
    return file(String.format(Locale.ROOT, "vol_%04d.nii", number), 100);
  }

  static FileSight file(String name, long bytes) {
    return new FileSight(name, bytes, 0);
  }

  Looks add(FileSight file) {
    folder.removeIf(present -> present.name().equals(file.name()));
    folder.add(file);
    return this;
  }

  /** Looks, and takes whatever is offered. */
  Looks look(Duration patience) {
    now = now.plusSeconds(1);
    order.look(folder);
    Optional<Turn> turn = order.next(now, patience);
    while (turn.isPresent()) {
      turns.add(turn.get());
      order.taken(turn.get());
      turn = order.next(now, patience);
    }
    return this;
  }

  /** Looks so often that everything that can be taken was. */
  Looks settle() {
    return look(Duration.ZERO).look(Duration.ZERO);
  }

  List<Integer> indices() {
    return turns.stream().map(Turn::index).toList();
  }

  List<Long> numbers() {
    return turns.stream().map(turn -> turn.file().number()).toList();
  }
}
