package io.mindstream.bridge.dimse;

import io.mindstream.bridge.net.TimedInput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An association that this end asked for, for one thing in explicit VR. For one thread. */
final class AskedAssociation implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AskedAssociation.class);
  private static final int CONNECT_MILLIS = 10_000;
  private static final int LONGEST_DATA = 1 << 14;
  private static final int CONTEXT = 1;
  private static final int LARGEST = 0;

  private final Socket socket;
  private final TimedInput in;
  private final Duration patience;
  private final MessageReader reader;
  private final MessageWriter writer;

  private AskedAssociation(Socket socket, TimedInput in, Duration patience, AssociateAnswer answer)
      throws IOException {
    this.socket = socket;
    this.in = in;
    this.patience = patience;
    this.reader = new MessageReader(answer.contexts(), LARGEST);
    this.writer = new MessageWriter(socket.getOutputStream(), answer.longestData());
  }

  /**
   * Asks for an association.
   *
   * @param calling own AE title
   * @param called the other end's AE title
   * @param abstractSyntax UID of what is to be done
   * @param patience how long each answer may take
   * @throws IOException where nobody answers, or the other end refuses
   * @throws IllegalArgumentException where a title is none
   */
  static AskedAssociation open(
      InetSocketAddress receiver,
      String calling,
      String called,
      String abstractSyntax,
      Duration patience)
      throws IOException {
    AssociateRequest request =
        new AssociateRequest(
            1,
            AeTitle.require(called),
            AeTitle.require(calling),
            Uid.APPLICATION_CONTEXT,
            List.of(new ProposedContext(CONTEXT, abstractSyntax, Uid.UNCOMPRESSED.subList(0, 1))),
            LONGEST_DATA);
    Socket socket = new Socket();
    try {
      socket.connect(receiver, CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      TimedInput in = new TimedInput(socket);
      in.within(patience);
      return new AskedAssociation(socket, in, patience, answer(socket, in, request));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static AssociateAnswer answer(Socket socket, TimedInput in, AssociateRequest request)
      throws IOException {
    socket.getOutputStream().write(request.ask());
    Pdu pdu = Pdu.read(in, LONGEST_DATA);
    if (pdu.type() == PduType.ASSOCIATE_RJ) {
      throw new RejectedException(Rejection.said(pdu.body()));
    }
    if (pdu.type() != PduType.ASSOCIATE_AC) {
      throw new IOException("it answers a request for an association with " + pdu.type());
    }
    AssociateAnswer answer =
        AssociateAnswer.read(
            pdu.body(), Map.of(CONTEXT, request.contexts().get(0).abstractSyntax()));
    if (answer.contexts().stream().noneMatch(AnsweredContext::accepted)) {
      throw new IOException(
          request.contexts().get(0).abstractSyntax() + " is not served at the other end");
    }
    return answer;
  }

  void send(CommandSet command) throws IOException {
    writer.write(CONTEXT, command);
  }

  void send(byte[] dataSet) throws IOException {
    writer.write(CONTEXT, dataSet);
  }

  /** The status of the next answer, 0 for success. */
  int status() throws IOException {
    in.within(patience);
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

  /** Releases the association. All that was asked has its answer: a release that fails is none. */
  @Override
  public void close() throws IOException {
    try (socket) {
      socket.getOutputStream().write(new PduBytes().zeros(4).pdu(PduType.RELEASE_RQ));
      in.within(patience);
      Pdu.read(in, LONGEST_DATA);
    } catch (IOException e) {
      LOG.debug("the association was not released: {}", e.getMessage());
    }
  }
}
