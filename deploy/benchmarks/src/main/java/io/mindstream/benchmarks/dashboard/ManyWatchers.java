package io.mindstream.benchmarks.dashboard;

import com.sun.management.OperatingSystemMXBean;
import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.sink.dashboard.Board;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What each of many clients gets, and what the server needs, while pictures and volumes come. */
final class ManyWatchers {

  private static final int WARM_UP_SECONDS = 5;
  private static final long SECOND = 1_000_000_000L;
  private static final int NEWEST = 999;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final DashboardServer server;
  private final int rate;
  private final int seconds;
  private final List<Watcher> watchers = new ArrayList<>();
  private final GeneratedRun run = new GeneratedRun(NEWEST);

  ManyWatchers(DashboardServer server, int clients, int rate, int seconds) {
    this.server = server;
    this.rate = rate;
    this.seconds = seconds;
    for (int client = 0; client < clients; client++) {
      watchers.add(new Watcher(server.at("/api/v1/changes")));
    }
  }

  void run() {
    Board board = server.bean(Board.class);
    board.roi(run.mask());
    board.run(run.header(RunState.STARTED));
    watchers.forEach(Thread::start);
    play(board, 0, WARM_UP_SECONDS);
    long bytes = bytes();
    long ours = serverNanos();
    long begin = System.nanoTime();
    play(board, WARM_UP_SECONDS, seconds);
    double took = (System.nanoTime() - begin) / (double) SECOND;
    double each = (bytes() - bytes) / took / watchers.size() / 1000;
    double share = (serverNanos() - ours) / took / SECOND * 100;
    System.out.printf(
        "%n%d clients, %d pictures and 1 volume a second, %.0f s%n", watchers.size(), rate, took);
    System.out.printf("each client gets    %8.1f kB/s%n", each);
    System.out.printf("the server needs    %8.1f %% of a core%n", share);
    System.out.printf(
        "cut off             %8d%n", watchers.stream().filter(Watcher::cutOff).count());
  }

  /** A trial is shown, decoded and stored a second later; a volume comes each second. */
  private void play(Board board, int from, int length) {
    long begin = System.nanoTime();
    for (int turn = 0; turn < length * rate; turn++) {
      int trial = from * rate + turn;
      if (turn % rate == 0) {
        board.volume(run.volume(trial / rate));
      }
      board.event(run.event(trial));
      if (trial >= rate) {
        DecodedImage image = run.image(trial - rate);
        board.image(image);
        board.stored(image, Instant.now());
      }
      long next = begin + (turn + 1) * SECOND / rate;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private long bytes() {
    return watchers.stream().mapToLong(Watcher::bytes).sum();
  }

  /** Of the process, less what the clients need. */
  private long serverNanos() {
    return process.getProcessCpuTime()
        - watchers.stream().mapToLong(watcher -> threads.getThreadCpuTime(watcher.getId())).sum();
  }
}
