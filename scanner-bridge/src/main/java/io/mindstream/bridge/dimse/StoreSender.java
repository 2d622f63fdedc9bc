package io.mindstream.bridge.dimse;

import io.mindstream.bridge.net.TimedInput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One association that stores objects by C-STORE, as a scanner asks for it. Objects are in explicit
 * VR little endian. For one thread.
 */
public final class StoreSender implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int CONNECT_MILLIS = 10_000;
  private static final int LONGEST_DATA = 1 << 14;
  private static final int CONTEXT = 1;
  private static final int LARGEST = 0;
  private static final int MOST_MESSAGES = 0xFFFF;

  private final Socket socket;
  private final TimedInput in;
  private final String sopClass;
  private final MessageReader reader;
  private final MessageWriter writer;
  private int messages;

  private StoreSender(Socket socket, TimedInput in, String sopClass, AssociateAnswer answer)
      throws IOException {
    this.socket = socket;
    this.in = in;
    this.sopClass = sopClass;
    this.reader = new MessageReader(answer.contexts(), LARGEST);
    this.writer = new MessageWriter(socket.getOutputStream(), answer.longestData());
  }

  /**
   * Opens an association for objects of one class.
   *
   * @param calling own AE title
   * @param called the receiver's AE title
   * @throws IOException where nobody answers, or the receiver refuses
   * @throws IllegalArgumentException where a title is none
   */
  public static StoreSender open(
      InetSocketAddress receiver, String calling, String called, String sopClass)
      throws IOException {
    AssociateRequest request =
        new AssociateRequest(
            1,
            AeTitle.require(called),
            AeTitle.require(calling),
            Uid.APPLICATION_CONTEXT,
            List.of(new ProposedContext(CONTEXT, sopClass, Uid.UNCOMPRESSED.subList(0, 1))),
            LONGEST_DATA);
    Socket socket = new Socket();
    try {
      socket.connect(receiver, CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      TimedInput in = new TimedInput(socket);
      return new StoreSender(socket, in, sopClass, associate(socket, in, request));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static AssociateAnswer associate(Socket socket, TimedInput in, AssociateRequest request)
      throws IOException {
    socket.getOutputStream().write(request.ask());
    in.within(LIMIT);
    Pdu pdu = Pdu.read(in, LONGEST_DATA);
    if (pdu.type() != PduType.ASSOCIATE_AC) {
      throw new IOException(
          "the association is refused (%s); check AE titles and who may connect"
              .formatted(pdu.type()));
    }
    AssociateAnswer answer =
        AssociateAnswer.read(
            pdu.body(), Map.of(CONTEXT, request.contexts().get(0).abstractSyntax()));
    if (answer.contexts().stream().noneMatch(AnsweredContext::accepted)) {
      throw new IOException("objects of this class are not taken there");
    }
    return answer;
  }

  /**
   * Stores an object, and waits for the answer.
   *
   * @param sopInstance its UID
   * @param dataSet explicit VR little endian
   * @return the status, 0 where it is stored
   */
  public int store(String sopInstance, byte[] dataSet) throws IOException {
    messages = messages % MOST_MESSAGES + 1;
    writer.write(CONTEXT, CommandSet.store(messages, sopClass, sopInstance));
    writer.write(CONTEXT, dataSet);
    in.within(LIMIT);
    while (true) {
      PduCursor body = data();
      while (body.hasMore()) {
        Optional<Message> message = reader.add(body.part(body.u32()));
        if (message.isPresent()) {
          return message.get().command().number(CommandSet.STATUS);
        }
      }
    }
  }

  private PduCursor data() throws IOException {
    Pdu pdu = Pdu.read(in, LONGEST_DATA);
    if (pdu.type() != PduType.DATA) {
      throw new IOException("the receiver ends the association (" + pdu.type() + ")");
    }
    return pdu.body();
  }

  /** Releases the association. */
  @Override
  public void close() throws IOException {
    try (socket) {
      socket.getOutputStream().write(new PduBytes().zeros(4).pdu(PduType.RELEASE_RQ));
      in.within(LIMIT);
      Pdu.read(in, LONGEST_DATA);
    }
  }
}
