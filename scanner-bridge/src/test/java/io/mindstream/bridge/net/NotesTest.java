package io.mindstream.bridge.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {

  private final List<String> heard = new ArrayList<>();
  private final Notes notes = new Notes(heard::add);

  @Test
  void shouldSayEachThingOnce() {
    notes.say("a");
    notes.say("b");
    notes.say("a");
    assertThat(heard).containsExactly("a", "b");
  }

  @Test
  void shouldSayItAgainInTheNextRun() {
    notes.say("a");
    notes.forget();
    notes.say("a");
    assertThat(heard).containsExactly("a", "a");
  }
}
