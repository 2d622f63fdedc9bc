package io.mindstream.bridge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.watch.VolumeOrder.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever the order in which files come, are lost, are doubled or are late. */
class VolumeOrderProperties {

  private static final Duration FOR_EVER = Duration.ofDays(1);

  @Property
  void shouldGiveEveryVolumeInOrderWhereNoneIsLost(
      @ForAll @LongRange(min = 0, max = 99_999) long first,
      @ForAll @IntRange(min = 1, max = 30) int volumes,
      @ForAll @IntRange(min = 1, max = 5) int filesALook,
      @ForAll Random random) {
    List<FileSight> rest = files(first + 1, volumes - 1, random);
    Looks looks = new Looks().add(Looks.file(first)).look(FOR_EVER).look(FOR_EVER);
    for (int i = 0; i < rest.size(); i++) {
      looks.add(rest.get(i));
      if (i % filesALook == 0) {
        looks.look(FOR_EVER);
      }
    }
    looks.look(FOR_EVER).look(FOR_EVER);
    assertThat(looks.numbers())
        .containsExactlyElementsOf(LongStream.range(first, first + volumes).boxed().toList());
    assertThat(looks.notes).isEmpty();
  }

  @Property
  void shouldKeepTheIndexOfEveryVolumeWhereOthersAreLostOrLate(
      @ForAll @Size(min = 1, max = 30) Set<@IntRange(min = 1, max = 90) Integer> numbers,
      @ForAll Random random) {
    List<Integer> arriving = new ArrayList<>(numbers);
    Collections.shuffle(arriving, random);
    Looks looks = new Looks().add(Looks.file(0)).settle();
    arriving.forEach(number -> looks.add(Looks.file(number)).settle());
    assertThat(looks.turns).allMatch(turn -> turn.index() == turn.file().number());
    assertThat(looks.indices()).doesNotHaveDuplicates().hasSize(numbers.size() + 1);
  }

  @Property
  void shouldSayWhichNumbersLack(
      @ForAll @IntRange(min = 2, max = 50) int next, @ForAll @IntRange(min = 1, max = 5) int wait) {
    Looks looks = new Looks().add(Looks.file(0)).settle().add(Looks.file(next));
    looks.look(Duration.ofSeconds(wait));
    for (int second = 0; second < wait; second++) {
      looks.look(Duration.ofSeconds(wait));
      assertThat(looks.indices()).containsExactly(0);
    }
    looks.look(Duration.ofSeconds(wait));
    assertThat(looks.indices()).containsExactly(0, next);
    assertThat(looks.notes).singleElement().asString().contains("number", "" + (next - 1));
  }

  @Property
  void shouldCountANumberOnceHoweverOftenItComes(
      @ForAll @IntRange(min = 1, max = 20) int volumes, @ForAll Random random) {
    Looks looks = new Looks();
    files(0, volumes, random).forEach(looks::add);
    looks.settle();
    for (FileSight again : files(0, volumes, random)) {
      looks.add(Looks.file(again.name() + ".gz", 50)); // The same volume, compressed.
      looks.add(new FileSight(again.name(), again.bytes(), 1)); // Written again.
    }
    looks.settle().settle();
    assertThat(looks.indices()).hasSize(volumes).doesNotHaveDuplicates();
    assertThat(looks.notes).hasSize(2 * volumes).allMatch(note -> note.contains("left out"));
  }

  @Property
  void shouldNeverTryAFileThatStillGrows(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1000) Long> growth) {
    Looks looks = new Looks().add(Looks.file(0)).settle();
    long size = 0;
    for (long more : growth) {
      size += more;
      looks.add(Looks.file("vol_0001.nii", size)).look(Duration.ZERO);
      assertThat(looks.indices()).containsExactly(0);
    }
    assertThat(looks.look(Duration.ZERO).indices()).containsExactly(0, 1);
  }

  @Property
  void shouldTryAFileThatWasNotWholeAgainOnceItChanged(
      @ForAll @IntRange(min = 1, max = 20) int looksBetween) {
    Looks looks = new Looks().add(Looks.file("vol_0000.nii", 10));
    looks.order.look(List.of(Looks.file("vol_0000.nii", 10)));
    looks.order.look(List.of(Looks.file("vol_0000.nii", 10)));
    Turn turn = looks.order.next(Instant.EPOCH, Duration.ZERO).orElseThrow();
    looks.order.unreadable(turn, "it ends early");
    for (int i = 0; i < looksBetween; i++) {
      assertThat(looks.look(Duration.ZERO).turns).isEmpty();
    }
    assertThat(looks.add(Looks.file("vol_0000.nii", 20)).settle().indices()).containsExactly(0);
  }

  private static List<FileSight> files(long first, int count, Random random) {
    List<FileSight> files =
        new ArrayList<>(LongStream.range(first, first + count).mapToObj(Looks::file).toList());
    Collections.shuffle(files, random);
    return files;
  }
}
