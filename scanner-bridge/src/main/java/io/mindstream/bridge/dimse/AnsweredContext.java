package io.mindstream.bridge.dimse;

import java.util.Map;

/**
 * A presentation context as the acceptor answers it (PS3.8, section 9.3.3.2).
 *
 * @param id of the proposal
 * @param result 0 where it is accepted
 * @param abstractSyntax of the proposal
 * @param transferSyntax the chosen one; of no meaning where it is not accepted
 */
record AnsweredContext(int id, int result, String abstractSyntax, String transferSyntax) {

  static final int ITEM = 0x21;

  private static final int TRANSFER_SYNTAX = 0x40;

  static AnsweredContext read(PduCursor item, Map<Integer, String> proposed) throws DimseException {
    int id = item.u8();
    int result = item.skip(1).u8();
    item.skip(1);
    String transferSyntax = "";
    while (item.hasMore()) {
      int type = item.u8();
      PduCursor content = item.skip(1).part(item.u16());
      transferSyntax = type == TRANSFER_SYNTAX ? content.text() : transferSyntax;
    }
    return new AnsweredContext(id, result, proposed.getOrDefault(id, ""), transferSyntax);
  }

  boolean accepted() {
    return result == ProposedContext.ACCEPTED;
  }

  void write(PduBytes into) {
    PduBytes content = new PduBytes().u8(id).u8(0).u8(result).u8(0);
    into.item(ITEM, content.item(TRANSFER_SYNTAX, new PduBytes().text(transferSyntax)));
  }
}
