package io.mindstream.bridge.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a peer asks for when it opens an association (PS3.8, section 9.3.2).
 *
 * @param protocolVersion bit 0 is version 1
 * @param called AE title that it wants to speak to
 * @param calling its own AE title
 * @param applicationContext UID
 * @param contexts presentation contexts
 * @param longestData the longest P-DATA-TF that it takes; 0 for any
 */
record AssociateRequest(
    int protocolVersion,
    String called,
    String calling,
    String applicationContext,
    List<ProposedContext> contexts,
    long longestData) {

  private static final int RESERVED = 32;
  private static final int TITLE = 16;
  private static final int APPLICATION_CONTEXT = 0x10;
  private static final int PRESENTATION_CONTEXT = 0x20;
  static final int USER_INFORMATION = 0x50;
  private static final int MAXIMUM_LENGTH = 0x51;

  AssociateRequest {
    contexts = List.copyOf(contexts);
  }

  static AssociateRequest read(PduCursor body) throws DimseException {
    int version = body.u16();
    String called = body.skip(2).part(TITLE).text();
    String calling = body.part(TITLE).text();
    body.skip(RESERVED);
    String application = "";
    long longest = 0;
    List<ProposedContext> contexts = new ArrayList<>();
    while (body.hasMore()) {
      int type = body.u8();
      PduCursor item = body.skip(1).part(body.u16());
      switch (type) {
        case APPLICATION_CONTEXT -> application = item.text();
        case PRESENTATION_CONTEXT -> contexts.add(ProposedContext.read(item));
        case USER_INFORMATION -> longest = longestData(item);
        default -> item.text(); // An item to come, which PS3.8 says to ignore.
      }
    }
    return new AssociateRequest(version, called, calling, application, contexts, longest);
  }

  static long longestData(PduCursor user) throws DimseException {
    long longest = 0;
    while (user.hasMore()) {
      int type = user.u8();
      PduCursor item = user.skip(1).part(user.u16());
      longest = type == MAXIMUM_LENGTH ? item.u32() : longest;
    }
    return longest;
  }

  /** Why it cannot be accepted, if so. */
  Optional<Rejection> rejection(DimseSettings settings) {
    if ((protocolVersion & 1) == 0) {
      return Optional.of(Rejection.PROTOCOL_VERSION);
    }
    if (!applicationContext.equals(Uid.APPLICATION_CONTEXT)) {
      return Optional.of(Rejection.APPLICATION_CONTEXT);
    }
    if (settings.checkCalled() && !called.equals(settings.aeTitle())) {
      return Optional.of(Rejection.CALLED_AE_TITLE);
    }
    return settings.allows(calling) ? Optional.empty() : Optional.of(Rejection.CALLING_AE_TITLE);
  }

  List<AnsweredContext> answers() {
    return contexts.stream().map(ProposedContext::answer).toList();
  }

  /** A-ASSOCIATE-AC. */
  byte[] accept(List<AnsweredContext> answers, int ownLongestData) {
    PduBytes body = head();
    answers.forEach(answer -> answer.write(body));
    return user(body, ownLongestData).pdu(PduType.ASSOCIATE_AC);
  }

  /** A-ASSOCIATE-RQ. */
  byte[] ask() {
    PduBytes body = head();
    contexts.forEach(context -> context.write(body));
    return user(body, longestData).pdu(PduType.ASSOCIATE_RQ);
  }

  private PduBytes head() {
    PduBytes body = new PduBytes().u16(1).u16(0).title(called).title(calling).zeros(RESERVED);
    return body.item(APPLICATION_CONTEXT, new PduBytes().text(Uid.APPLICATION_CONTEXT));
  }

  private static PduBytes user(PduBytes body, long ownLongestData) {
    PduBytes user =
        new PduBytes()
            .item(MAXIMUM_LENGTH, new PduBytes().u32((int) ownLongestData))
            .item(0x52, new PduBytes().text(Uid.IMPLEMENTATION))
            .item(0x55, new PduBytes().text(Uid.IMPLEMENTATION_VERSION));
    return body.item(USER_INFORMATION, user);
  }
}
