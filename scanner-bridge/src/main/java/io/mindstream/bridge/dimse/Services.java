package io.mindstream.bridge.dimse;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with whole messages: C-ECHO, C-STORE. For any number of threads. */
final class Services {

  private static final Logger LOG = LoggerFactory.getLogger(Services.class);

  private static final int SUCCESS = 0x0000;
  private static final int UNRECOGNISED_OPERATION = 0x0211;

  private final ObjectSink sink;
  private final Callers callers;

  Services(ObjectSink sink, Callers callers) {
    this.sink = sink;
    this.callers = callers;
  }

  /** The response, where the message is a request that has one. */
  Optional<CommandSet> respond(Message message, Caller caller)
      throws DimseException, InterruptedException {
    CommandSet request = message.command();
    int field = request.number(CommandSet.COMMAND_FIELD);
    if ((field & CommandSet.RESPONSE) != 0 || field == CommandSet.C_CANCEL) {
      return Optional.empty();
    }
    return Optional.of(
        switch (field) {
          case CommandSet.C_ECHO -> echo(request, caller);
          case CommandSet.C_STORE -> store(message, caller);
          default -> request.response(UNRECOGNISED_OPERATION, "only C-ECHO and C-STORE are served");
        });
  }

  private CommandSet echo(CommandSet request, Caller caller) throws DimseException {
    callers.verified(caller);
    return request.response(SUCCESS, "");
  }

  private CommandSet store(Message message, Caller caller)
      throws DimseException, InterruptedException {
    StoreAnswer answer = answer(message, caller);
    if (answer != StoreAnswer.SUCCESS) {
      LOG.warn("an object of {} is refused: {}", caller, answer.comment());
      callers.refused(caller, answer);
    }
    return message.command().response(answer.status(), answer.comment());
  }

  private StoreAnswer answer(Message message, Caller caller) throws InterruptedException {
    String sopClass = message.command().text(CommandSet.SOP_CLASS);
    String sopInstance = message.command().text(CommandSet.SOP_INSTANCE);
    if (!sopClass.equals(message.context().abstractSyntax()) || !Uid.STORED.contains(sopClass)) {
      return StoreAnswer.WRONG_CLASS;
    }
    if (!Uid.valid(sopInstance)) {
      return StoreAnswer.WRONG_INSTANCE;
    }
    if (message.tooLarge()) {
      return StoreAnswer.TOO_LARGE;
    }
    return message.dataSet().hasRemaining()
        ? sink.take(received(message, sopClass, sopInstance, caller))
        : StoreAnswer.CANNOT_UNDERSTAND;
  }

  private static ReceivedObject received(
      Message message, String sopClass, String sopInstance, Caller caller) {
    return new ReceivedObject(
        sopClass,
        sopInstance,
        message.context().transferSyntax(),
        message.dataSet(),
        Instant.now(),
        caller.title());
  }
}
