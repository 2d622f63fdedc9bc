package io.mindstream.sink.system;

import io.mindstream.sink.api.SystemState;
import io.mindstream.sink.dashboard.Thing;
import io.mindstream.sink.dashboard.Touched;
import org.jspecify.annotations.Nullable;

/** Notices that the whole is another. For one thread. */
public final class SystemChanges {

  private final SystemBoard system;
  private final Touched touched;
  private @Nullable SystemState last;

  /** Nothing was seen yet. */
  public SystemChanges(SystemBoard system, Touched touched) {
    this.system = system;
    this.touched = touched;
  }

  /** Looks once. */
  public void look() {
    SystemState now = system.lasting();
    if (!now.equals(last)) {
      last = now;
      touched.soon(Thing.Whole.SYSTEM);
    }
  }
}
