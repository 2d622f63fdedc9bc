package io.mindstream.bridge.dimse;

import io.mindstream.bridge.net.TimedInput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One association from its request to its end (PS3.8, section 9.2). For one thread, once. */
final class Association {

  private static final Logger LOG = LoggerFactory.getLogger(Association.class);

  private static final int SERVICE_PROVIDER = 2;

  private final DimseSettings settings;
  private final Services services;
  private final TimedInput in;
  private final OutputStream out;
  private final Socket socket;
  private final Callers callers;

  Association(Socket socket, DimseSettings settings, Services services, Callers callers)
      throws IOException {
    this.settings = settings;
    this.services = services;
    this.callers = callers;
    this.socket = socket;
    this.in = new TimedInput(socket);
    this.out = socket.getOutputStream();
  }

  /** Serves it to its end. */
  void run() throws IOException, InterruptedException {
    try {
      AssociateRequest request = request();
      Optional<Rejection> rejection = request.rejection(settings);
      if (rejection.isPresent()) {
        reject(request, rejection.get());
      } else {
        serve(request);
      }
    } catch (DimseException e) {
      callers.aborted(address(), String.valueOf(e.getMessage()));
      abort(e.reason());
    }
  }

  /** Reads the request, and refuses it. */
  void refuse(Rejection rejection) throws IOException {
    try {
      reject(request(), rejection);
    } catch (DimseException e) {
      abort(e.reason());
    }
  }

  private AssociateRequest request() throws IOException {
    in.within(settings.artim());
    Pdu pdu = Pdu.read(in, settings.longestData());
    if (pdu.type() != PduType.ASSOCIATE_RQ) {
      throw new DimseException(
          AbortReason.UNEXPECTED_PDU, pdu.type() + " comes before an association is asked for");
    }
    return AssociateRequest.read(pdu.body());
  }

  private Caller caller(AssociateRequest request) {
    return new Caller(request.calling(), address());
  }

  private String address() {
    return socket.getInetAddress().getHostAddress();
  }

  private void reject(AssociateRequest request, Rejection rejection) throws IOException {
    String called =
        rejection == Rejection.CALLED_AE_TITLE
            ? " (" + new Caller(request.called(), "").title() + ")"
            : "";
    callers.turnedAway(caller(request), rejection.text() + called);
    out.write(rejection.pdu());
    awaitClose();
  }

  private void serve(AssociateRequest request) throws IOException, InterruptedException {
    List<AnsweredContext> answers = request.answers();
    out.write(request.accept(answers, settings.longestData()));
    long accepted = answers.stream().filter(AnsweredContext::accepted).count();
    Caller caller = caller(request);
    LOG.debug(
        "{} is in, {} of {} presentation contexts accepted", caller, accepted, answers.size());
    callers.associated(caller, request.contexts(), answers);
    MessageReader reader = new MessageReader(answers, settings.largestObject());
    MessageWriter writer = new MessageWriter(out, request.longestData());
    boolean open = true;
    while (open) {
      in.within(settings.idle());
      Pdu pdu = Pdu.read(in, settings.longestData());
      open = handle(pdu, reader, writer, caller);
    }
  }

  /** False where the association is over. */
  private boolean handle(Pdu pdu, MessageReader reader, MessageWriter writer, Caller caller)
      throws IOException, InterruptedException {
    switch (pdu.type()) {
      case DATA -> data(pdu.body(), reader, writer, caller);
      case RELEASE_RQ -> release();
      case ABORT -> LOG.warn("{} aborted its association", caller);
      default ->
          throw new DimseException(
              AbortReason.UNEXPECTED_PDU, pdu.type() + " comes within an association");
    }
    return pdu.type() == PduType.DATA;
  }

  private void data(PduCursor body, MessageReader reader, MessageWriter writer, Caller caller)
      throws IOException, InterruptedException {
    while (body.hasMore()) {
      Optional<Message> message = reader.add(body.part(body.u32()));
      if (message.isPresent()) {
        Optional<CommandSet> response = services.respond(message.get(), caller);
        if (response.isPresent()) {
          writer.write(message.get().context().id(), response.get());
        }
      }
    }
  }

  private void release() throws IOException {
    out.write(new PduBytes().zeros(4).pdu(PduType.RELEASE_RP));
    awaitClose();
  }

  private void abort(AbortReason reason) throws IOException {
    out.write(new PduBytes().zeros(2).u8(SERVICE_PROVIDER).u8(reason.code()).pdu(PduType.ABORT));
    awaitClose();
  }

  /** The peer closes; to do so before would throw away what it has not read yet. */
  private void awaitClose() throws IOException {
    socket.shutdownOutput();
    in.within(settings.artim());
    in.transferTo(OutputStream.nullOutputStream());
  }
}
