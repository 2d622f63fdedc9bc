package io.mindstream.bridge.scanner;

import io.mindstream.bridge.dimse.StoreAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An object whose sender waits for what becomes of it. */
final class HandedObject {

  private final ScannedObject object;
  private final CompletableFuture<StoreAnswer> answer = new CompletableFuture<>();

  HandedObject(ScannedObject object) {
    this.object = object;
  }

  ScannedObject object() {
    return object;
  }

  /** What was made of it lies on disk, or why it does not. */
  void answer(StoreAnswer what) {
    answer.complete(what);
  }

  /** The answer; where it takes too long, that it should be sent again: twice counts once. */
  StoreAnswer await(int seconds) throws InterruptedException {
    try {
      return answer.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return StoreAnswer.OUT_OF_RESOURCES;
    }
  }
}
