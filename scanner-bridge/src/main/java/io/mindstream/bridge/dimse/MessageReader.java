package io.mindstream.bridge.dimse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from the presentation data values of P-DATA-TF (PS3.8, annex E). For one
 * thread.
 */
final class MessageReader {

  private static final int LONGEST_COMMAND = 1 << 16;
  private static final int COMMAND = 1;
  private static final int LAST = 2;

  private final Map<Integer, AnsweredContext> contexts;
  private final int largestObject;
  private Fragments fragments = new Fragments(LONGEST_COMMAND);
  private int lastObject;
  private @Nullable AnsweredContext context;
  private @Nullable CommandSet command;

  MessageReader(List<AnsweredContext> answers, int largestObject) {
    this.contexts =
        answers.stream()
            .filter(AnsweredContext::accepted)
            .collect(Collectors.toMap(AnsweredContext::id, Function.identity(), (a, b) -> a));
    this.largestObject = largestObject;
  }

  /** One presentation data value; the message that it completes, if so. */
  Optional<Message> add(PduCursor value) throws DimseException {
    AnsweredContext its = context(value.u8());
    int control = value.u8();
    boolean isCommand = (control & COMMAND) != 0;
    if (isCommand != (command == null)) {
      throw new DimseException(
          AbortReason.UNEXPECTED_PDU,
          isCommand ? "a command within a data set" : "a data set without a command");
    }
    fragments.add(value.rest());
    boolean last = (control & LAST) != 0;
    return last ? complete(its) : Optional.empty();
  }

  private AnsweredContext context(int id) throws DimseException {
    AnsweredContext its = contexts.get(id);
    if (its == null || (context != null && context.id() != id)) {
      throw new DimseException(
          AbortReason.INVALID_PARAMETER,
          "data in presentation context %d, which is not accepted or not that of the message"
              .formatted(id));
    }
    context = its;
    return its;
  }

  private Optional<Message> complete(AnsweredContext its) throws DimseException {
    CommandSet present = command;
    if (present == null) {
      if (fragments.tooMuch()) {
        throw new DimseException(AbortReason.INVALID_PARAMETER, "a command of more than 64 KiB");
      }
      CommandSet read = CommandSet.read(fragments.all());
      if (!read.hasDataSet()) {
        return Optional.of(message(its, read, new Fragments(0)));
      }
      fragments = new Fragments(largestObject, lastObject);
      command = read;
      return Optional.empty();
    }
    return Optional.of(message(its, present, fragments));
  }

  private Message message(AnsweredContext its, CommandSet request, Fragments dataSet) {
    Message whole = new Message(its, request, dataSet.all(), dataSet.tooMuch());
    lastObject = whole.dataSet().remaining(); // The next one is mostly as large.
    fragments = new Fragments(LONGEST_COMMAND);
    context = null;
    command = null;
    return whole;
  }
}
