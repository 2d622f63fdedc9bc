package io.mindstream.bridge.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the acceptor of an association answers (PS3.8, section 9.3.3).
 *
 * @param contexts as they were proposed, with what became of them
 * @param longestData the longest P-DATA-TF that it takes; 0 for any
 */
record AssociateAnswer(List<AnsweredContext> contexts, long longestData) {

  private static final int FIXED = 68;

  AssociateAnswer {
    contexts = List.copyOf(contexts);
  }

  /**
   * Reads A-ASSOCIATE-AC.
   *
   * @param proposed abstract syntaxes by context id, which the answer does not repeat
   */
  static AssociateAnswer read(PduCursor body, Map<Integer, String> proposed) throws DimseException {
    body.skip(FIXED);
    List<AnsweredContext> contexts = new ArrayList<>();
    long longest = 0;
    while (body.hasMore()) {
      int type = body.u8();
      PduCursor item = body.skip(1).part(body.u16());
      switch (type) {
        case AnsweredContext.ITEM -> contexts.add(AnsweredContext.read(item, proposed));
        case AssociateRequest.USER_INFORMATION -> longest = AssociateRequest.longestData(item);
        default -> item.text(); // An item to come, which PS3.8 says to ignore.
      }
    }
    return new AssociateAnswer(contexts, longest);
  }
}
