package io.mindstream.standalone.letters;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which dead letters are meant. What is not said rules nothing out.
 *
 * @param code their failure code
 * @param topic the topic that their records came from
 * @param run the run that their records belong to
 * @param id one letter alone
 */
public record LetterFilter(
    Optional<String> code, Optional<String> topic, Optional<String> run, Optional<LetterId> id)
    implements Predicate<LetterHead> {

  /** Every letter. */
  public static final LetterFilter ALL =
      new LetterFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Override
  public boolean test(LetterHead letter) {
    return code.map(letter.code()::equals).orElse(true)
        && topic.map(letter.topic()::equals).orElse(true)
        && run.map(letter::isOf).orElse(true)
        && id.map(letter.id()::equals).orElse(true);
  }
}
