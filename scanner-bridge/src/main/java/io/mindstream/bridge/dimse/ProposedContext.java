package io.mindstream.bridge.dimse;

import java.util.ArrayList;
import java.util.List;

/**
 * A presentation context that a peer proposes (PS3.8, section 9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax UID of what is to be done: a SOP class
 * @param transferSyntaxes UIDs of how it may be encoded
 */
record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {

  private static final int ITEM = 0x20;
  private static final int ABSTRACT_SYNTAX = 0x30;
  private static final int TRANSFER_SYNTAX = 0x40;

  static final int ACCEPTED = 0;
  static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
  static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

  ProposedContext {
    transferSyntaxes = List.copyOf(transferSyntaxes);
  }

  static ProposedContext read(PduCursor item) throws DimseException {
    int id = item.u8();
    item.skip(3);
    String abstractSyntax = "";
    List<String> transferSyntaxes = new ArrayList<>();
    while (item.hasMore()) {
      int type = item.u8();
      item.skip(1);
      PduCursor content = item.part(item.u16());
      if (type == ABSTRACT_SYNTAX) {
        abstractSyntax = content.text();
      } else if (type == TRANSFER_SYNTAX) {
        transferSyntaxes.add(content.text());
      }
    }
    return new ProposedContext(id, abstractSyntax, transferSyntaxes);
  }

  void write(PduBytes into) {
    PduBytes content = new PduBytes().u8(id).zeros(3);
    content.item(ABSTRACT_SYNTAX, new PduBytes().text(abstractSyntax));
    transferSyntaxes.forEach(uid -> content.item(TRANSFER_SYNTAX, new PduBytes().text(uid)));
    into.item(ITEM, content);
  }

  /** What becomes of it. */
  AnsweredContext answer() {
    boolean verification = abstractSyntax.equals(Uid.VERIFICATION);
    if (!verification && !Uid.STORED.contains(abstractSyntax)) {
      return refused(ABSTRACT_SYNTAX_NOT_SUPPORTED);
    }
    return (verification ? Uid.UNCOMPRESSED : Uid.TRANSFER_SYNTAXES)
        .stream()
            .filter(transferSyntaxes::contains)
            .findFirst()
            .map(chosen -> new AnsweredContext(id, ACCEPTED, abstractSyntax, chosen))
            .orElseGet(() -> refused(TRANSFER_SYNTAXES_NOT_SUPPORTED));
  }

  private AnsweredContext refused(int result) {
    return new AnsweredContext(id, result, abstractSyntax, Uid.UNCOMPRESSED.get(1));
  }
}
