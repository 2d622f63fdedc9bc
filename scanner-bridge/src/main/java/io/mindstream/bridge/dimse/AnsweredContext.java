package io.mindstream.bridge.dimse;

/**
 * A presentation context as the acceptor answers it (PS3.8, section 9.3.3.2).
 *
 * @param id of the proposal
 * @param result 0 where it is accepted
 * @param abstractSyntax of the proposal
 * @param transferSyntax the chosen one; of no meaning where it is not accepted
 */
record AnsweredContext(int id, int result, String abstractSyntax, String transferSyntax) {

  boolean accepted() {
    return result == ProposedContext.ACCEPTED;
  }

  void write(PduBytes into) {
    PduBytes content = new PduBytes().u8(id).u8(0).u8(result).u8(0);
    into.item(0x21, content.item(0x40, new PduBytes().text(transferSyntax)));
  }
}
