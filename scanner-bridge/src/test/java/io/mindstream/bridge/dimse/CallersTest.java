package io.mindstream.bridge.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.bridge.dimse.Scu.Proposal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both ends are told of associations from which nothing can come. */
@Timeout(60)
class CallersTest {

  private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

  private final List<String> notes = new CopyOnWriteArrayList<>();
  private DimseListener listener;

  @BeforeEach
  void listen() {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    listener =
        DimseListener.open(
            new DimseSettings(any, "MINDSTREAM").only(Set.of("MRC40123"), true),
            object -> StoreAnswer.SUCCESS,
            notes::add);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void shouldNameACallerThatIsNotAllowed() {
    assertThatThrownBy(() -> verify("STRANGER", "MINDSTREAM"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("does not know this end's AE title");
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("STRANGER at 127.0.0.1 is turned away")
        .contains("--allow");
  }

  @Test
  void shouldSayWhichTitleWasCalledInsteadOfOnesOwn() {
    assertThatThrownBy(() -> verify("MRC40123", "PACS"))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("has another AE title");
    assertThat(notes).singleElement().asString().contains("--ae-title (PACS)");
  }

  @Test
  void shouldSayOnceThatAConnectionWasTried() throws IOException {
    verify("MRC40123", "MINDSTREAM");
    verify("MRC40123", "MINDSTREAM");
    assertThat(notes)
        .containsExactly(
            "MRC40123 at 127.0.0.1 tried the connection (C-ECHO): network, port and AE titles are"
                + " right");
  }

  @Test
  void shouldNameCodedFormsThatAreNotRead() throws IOException {
    associate(new Proposal(Scu.MR, List.of(JPEG_BASELINE)));
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("MR images only as JPEG baseline (lossy), which is not read");
  }

  @Test
  void shouldNameWhatIsOfferedWhereNothingOfItIsTaken() throws IOException {
    associate(new Proposal(CT, List.of(Scu.EXPLICIT)));
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("offers only what is not taken (CT images)");
  }

  @Test
  void shouldSayNothingOfAScannerThatOffersOtherThingsBesideImages() throws IOException {
    associate(new Proposal(Scu.MR, List.of(Scu.EXPLICIT)), new Proposal(CT, List.of(Scu.EXPLICIT)));
    assertThat(notes).isEmpty();
  }

  @Test
  void shouldNotRepeatWhatIsNoTitle() {
    assertThat(new Caller("\u001b[2J", "127.0.0.1")).hasToString("(no AE title) at 127.0.0.1");
  }

  private void verify(String calling, String called) throws IOException {
    Verification.send(listener.address(), calling, called);
  }

  /** Returns once the listener has dealt with the request. */
  private void associate(Proposal... proposals) throws IOException {
    try (Scu scu = new Scu(listener.address().getPort(), 16384)) {
      scu.associate("MRC40123", "MINDSTREAM", List.of(proposals));
      scu.release();
    }
  }
}
