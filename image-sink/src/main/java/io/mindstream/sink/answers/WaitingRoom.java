package io.mindstream.sink.answers;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.service.web.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who wait for a trial's end, a bounded number of them, without a thread each. */
public final class WaitingRoom {

  private static final int SEATS = 256;

  private final AnswerBook book;
  private final AtomicInteger taken = new AtomicInteger();
  private final List<Waiter> waiters = new CopyOnWriteArrayList<>();

  private record Waiter(TrialKey trial, CompletableFuture<Boolean> done) {}

  /** An empty room of a book. */
  public WaitingRoom(AnswerBook book) {
    this.book = book;
    book.listen(this::call);
  }

  /**
   * The answer as soon as the trial is finished, or as it stands when the time is over.
   *
   * @throws RefusedException 503 where too many wait
   */
  public CompletableFuture<Answer> answer(TrialKey trial, Duration within) {
    if (within.isZero()) {
      return CompletableFuture.completedFuture(book.answer(trial));
    }
    if (taken.incrementAndGet() > SEATS) {
      taken.decrementAndGet();
      throw RefusedException.unavailable(
          SEATS + " requests wait for results already; take the event stream for many trials");
    }
    Waiter waiter = new Waiter(trial, new CompletableFuture<>());
    waiters.add(waiter);
    if (book.answer(trial).finished()) { // between the question and the waiting
      waiter.done().complete(true);
    }
    return waiter
        .done()
        .completeOnTimeout(false, within.toMillis(), TimeUnit.MILLISECONDS)
        .thenApplyAsync(finished -> leave(waiter));
  }

  private Answer leave(Waiter waiter) {
    waiters.remove(waiter);
    taken.decrementAndGet();
    return book.answer(waiter.trial());
  }

  private void call(Answer answer) {
    waiters.stream()
        .filter(waiter -> waiter.trial().equals(answer.trial()))
        .forEach(waiter -> waiter.done().complete(true));
  }
}
