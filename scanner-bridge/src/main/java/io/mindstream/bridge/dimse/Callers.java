package io.mindstream.bridge.dimse;

import io.mindstream.bridge.net.Notes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Says of those who call what a person at this end should know, each thing once: some scanners open
 * an association for each volume. For any thread.
 */
final class Callers {

  private final Notes notes;

  Callers(Consumer<String> notes) {
    this.notes = new Notes(notes);
  }

  /** Somebody does not get in. */
  void turnedAway(Caller caller, String why) {
    notes.say("%s is turned away: %s".formatted(caller, why));
  }

  /** Somebody tries the connection. */
  void verified(Caller caller) {
    notes.say(caller + " tried the connection (C-ECHO): network, port and AE titles are right");
  }

  /** Somebody sends what cannot be used. */
  void refused(Caller caller, StoreAnswer answer) {
    notes.say("an object of %s is refused: %s".formatted(caller, answer.comment()));
  }

  /** Somebody broke the protocol, or speaks another. */
  void aborted(String address, String why) {
    notes.say("a connection from %s is broken off: %s".formatted(address, why));
  }

  /** Somebody got in: says where nothing can come of it. */
  void associated(Caller caller, List<ProposedContext> proposed, List<AnsweredContext> answers) {
    Set<String> taken = new TreeSet<>();
    answers.stream()
        .filter(AnsweredContext::accepted)
        .forEach(answer -> taken.add(answer.abstractSyntax()));
    List<ProposedContext> left =
        proposed.stream().filter(context -> !taken.contains(context.abstractSyntax())).toList();
    Predicate<ProposedContext> ours = context -> Uid.STORED.contains(context.abstractSyntax());
    if (left.stream().anyMatch(ours)) {
      notes.say(
          "%s sends %s only as %s, which is not read; choose uncompressed or lossless at the scanner"
              .formatted(caller, classes(left, ours), syntaxes(left, ours)));
    } else if (taken.isEmpty()) {
      notes.say(
          "%s offers only what is not taken (%s); let it send MR or Enhanced MR images"
              .formatted(caller, classes(left, any -> true)));
    }
  }

  private static String classes(List<ProposedContext> of, Predicate<ProposedContext> which) {
    return UidName.of(of.stream().filter(which).map(ProposedContext::abstractSyntax).toList());
  }

  private static String syntaxes(List<ProposedContext> of, Predicate<ProposedContext> which) {
    return UidName.of(
        of.stream().filter(which).flatMap(context -> context.transferSyntaxes().stream()).toList());
  }
}
