package io.mindstream.bridge.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mindstream.bridge.dimse.Scu.Proposal;
import io.mindstream.bridge.dimse.Scu.Reply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The listener as a sender sees it, over a socket. */
@Timeout(60)
class DimseListenerTest {

  private static final int SUCCESS = 0;
  private static final int ABORT = 7;
  private static final int REJECT = 3;
  private static final DimseSettings OPEN =
      new DimseSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "MINDSTREAM");

  private final List<ReceivedObject> received = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable it : opened) {
      it.close();
    }
  }

  @Test
  void shouldAnswerAnEcho() throws Exception {
    Scu scu = scu(listen(OPEN));
    scu.associate("A", "B", List.of(new Proposal(Scu.VERIFICATION, List.of("1.2.840.10008.1.2"))));
    assertThat(scu.echo(1)).isEqualTo(SUCCESS);
  }

  @Test
  void shouldHandOnWhatWasSent() throws Exception {
    byte[] image = DataSets.image("1.2.3.9", 40_000);
    Scu scu = Scu.open(listen(OPEN));
    opened.add(scu);
    assertThat(scu.store(Scu.MR, "1.2.3.9", image)).isEqualTo(SUCCESS);
    ReceivedObject object = received.get(0);
    byte[] bytes = new byte[object.dataSet().remaining()];
    object.dataSet().get(bytes);
    assertThat(bytes).isEqualTo(image);
    assertThat(object)
        .extracting(
            ReceivedObject::sopClass,
            ReceivedObject::sopInstance,
            ReceivedObject::transferSyntax,
            ReceivedObject::callingAeTitle)
        .containsExactly(Scu.MR, "1.2.3.9", Scu.EXPLICIT, "SCANNER");
  }

  @Test
  void shouldAgreeToARelease() throws Exception {
    Scu scu = Scu.open(listen(OPEN));
    opened.add(scu);
    assertThat(scu.release()).isEqualTo(6);
    assertThat(scu.closed()).isTrue();
  }

  @Test
  void shouldRefuseEachContextForItsOwnReason() throws Exception {
    Reply reply =
        scu(listen(OPEN))
            .associate(
                "A",
                "B",
                List.of(
                    new Proposal("1.3.12.2.1107.5.9.1", List.of(Scu.EXPLICIT)),
                    new Proposal(Scu.MR, List.of("1.2.840.10008.1.2.4.50")),
                    new Proposal(Scu.MR, List.of("1.2.840.10008.1.2.4.90", Scu.EXPLICIT))));
    assertThat(reply.results()).isEqualTo(Map.of(1, 3, 3, 4, 5, 0));
    assertThat(reply.transferSyntaxes()).containsEntry(5, Scu.EXPLICIT);
  }

  @Test
  void shouldRefuseACallerThatIsNotInTheList() throws Exception {
    Scu scu = scu(listen(OPEN.only(Set.of("SCANNER"), false)));
    assertThat(rejection(scu, "STRANGER", "ANY")).containsExactly(0, 1, 1, 3);
  }

  @Test
  void shouldRefuseACallerThatMeansAnotherOne() throws Exception {
    Scu scu = scu(listen(OPEN.only(Set.of(), true)));
    assertThat(rejection(scu, "SCANNER", "PACS")).containsExactly(0, 1, 1, 7);
  }

  @Test
  void shouldRefuseMoreAssociationsThanItServes() throws Exception {
    int port = listen(OPEN.within(1000, 1, Duration.ofSeconds(5), Duration.ofSeconds(20)));
    opened.add(Scu.open(port));
    assertThat(rejection(scu(port), "SCANNER", "ANY")).containsExactly(0, 2, 3, 2);
  }

  @Test
  void shouldTellTheSenderThatThereIsNoRoom() throws Exception {
    int port = listen(OPEN, new ObjectQueue(1, Duration.ofMillis(50)));
    Scu scu = Scu.open(port);
    opened.add(scu);
    assertThat(scu.store(Scu.MR, "1.2.1", DataSets.image("1.2.1", 10))).isEqualTo(SUCCESS);
    assertThat(scu.store(Scu.MR, "1.2.2", DataSets.image("1.2.2", 10))).isEqualTo(0xA700);
  }

  @Test
  void shouldRefuseAnObjectThatIsTooLargeAndTakeTheNext() throws Exception {
    int port = listen(OPEN.within(1000, 4, Duration.ofSeconds(5), Duration.ofSeconds(20)));
    Scu scu = Scu.open(port);
    opened.add(scu);
    assertThat(scu.store(Scu.MR, "1.2.1", new byte[50_000])).isEqualTo(0xA700);
    assertThat(scu.store(Scu.MR, "1.2.2", DataSets.image("1.2.2", 10))).isEqualTo(SUCCESS);
  }

  @Test
  void shouldRefuseAnObjectWithoutAValidInstance() throws Exception {
    Scu scu = Scu.open(listen(OPEN));
    opened.add(scu);
    assertThat(scu.store(Scu.MR, "../etc", new byte[10])).isEqualTo(0x0117);
  }

  @Test
  void shouldRefuseAnOperationThatItDoesNotKnow() throws Exception {
    Scu scu = Scu.open(listen(OPEN));
    opened.add(scu);
    scu.send(1, true, scu.command(0x0020, Scu.MR, "", 0x0101));
    assertThat(scu.status()).isEqualTo(0x0211);
  }

  @Test
  void shouldServeSeveralAssociationsAtOnce() throws Exception {
    int port = listen(OPEN);
    Scu one = Scu.open(port);
    Scu other = Scu.open(port);
    opened.addAll(List.of(one, other));
    one.send(1, true, one.command(1, Scu.MR, "1.1", 0));
    assertThat(other.store(Scu.MR, "1.2", DataSets.image("1.2", 10))).isEqualTo(SUCCESS);
    one.send(1, false, DataSets.image("1.1", 10));
    assertThat(one.status()).isEqualTo(SUCCESS);
  }

  @Test
  void shouldAbortDataLongerThanItAnnounced() throws Exception {
    Scu scu = Scu.open(listen(OPEN));
    opened.add(scu);
    scu.raw(new byte[] {4, 0, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
    assertThat(scu.reply().type()).isEqualTo(ABORT);
  }

  @Test
  void shouldAbortDataWithoutACommand() throws Exception {
    Scu scu = Scu.open(listen(OPEN));
    opened.add(scu);
    scu.send(1, false, new byte[10]);
    assertThat(scu.reply().body()).containsExactly(0, 0, 2, 2);
  }

  @Test
  void shouldCloseAnAssociationThatFallsSilent() throws Exception {
    int port = listen(OPEN.within(1000, 1, Duration.ofMillis(200), Duration.ofMillis(200)));
    Scu scu = Scu.open(port);
    opened.add(scu);
    assertThat(scu.closed()).isTrue();
  }

  @Test
  void shouldCloseAConnectionThatNeverAsks() throws Exception {
    int port = listen(OPEN.within(1000, 1, Duration.ofMillis(200), Duration.ofMillis(200)));
    assertThat(scu(port).closed()).isTrue();
  }

  private int listen(DimseSettings settings) {
    return listen(
        settings,
        object -> {
          received.add(object);
          return StoreAnswer.SUCCESS;
        });
  }

  private int listen(DimseSettings settings, ObjectSink sink) {
    DimseListener listener = DimseListener.open(settings, sink, note -> {});
    opened.add(listener);
    return listener.address().getPort();
  }

  private Scu scu(int port) throws Exception {
    Scu scu = new Scu(port, 16384);
    opened.add(scu);
    return scu;
  }

  private static byte[] rejection(Scu scu, String calling, String called) throws Exception {
    Reply reply =
        scu.associate(calling, called, List.of(new Proposal(Scu.MR, List.of(Scu.EXPLICIT))));
    assertThat(reply.type()).isEqualTo(REJECT);
    return reply.body();
  }
}
