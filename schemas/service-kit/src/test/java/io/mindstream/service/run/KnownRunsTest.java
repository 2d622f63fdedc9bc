package io.mindstream.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.service.web.RefusedException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownRunsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final KnownRuns runs = new KnownRuns(2);

  @Test
  void shouldFindTheOneRunThatIsUnderWay() {
    runs.put(header("sub-1_task-a", RunState.ENDED, START));
    runs.put(header("sub-1_task-b", RunState.STARTED, START));
    assertThat(runs.require("current").getRunId()).isEqualTo("sub-1_task-b");
  }

  @Test
  void shouldListTheRunsWhereSeveralAreUnderWay() {
    runs.put(header("sub-1_task-a", RunState.STARTED, START));
    runs.put(header("sub-1_task-b", RunState.STARTED, START));
    assertThatThrownBy(() -> runs.require("current"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.body())
                    .containsEntry("runs", List.of("sub-1_task-b", "sub-1_task-a")));
  }

  @Test
  void shouldSayWhichRunsThereAreWhereOneIsNotKnown() {
    runs.put(header("sub-1_task-a", RunState.ENDED, START));
    assertThatThrownBy(() -> runs.require("sub-2_task-a"))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.status()).isEqualTo(404))
        .hasMessageContaining("sub-2_task-a");
  }

  @Test
  void shouldForgetTheRunThatWasAnnouncedFirst() {
    runs.put(header("sub-1_task-a", RunState.STARTED, START));
    runs.put(header("sub-1_task-b", RunState.STARTED, START));
    runs.put(header("sub-1_task-a", RunState.STARTED, START.plusSeconds(60)));
    assertThat(runs.put(header("sub-1_task-c", RunState.STARTED, START))).hasValue("sub-1_task-b");
  }

  @Test
  void shouldKnowTheRunUnderWayOfEachOfSeveralSubjects() {
    runs.put(header("sub-1_task-a", RunState.STARTED, START));
    runs.put(header("sub-10_task-a", RunState.STARTED, START));
    assertThat(runs.require("sub-1").getRunId()).isEqualTo("sub-1_task-a");
  }

  @Test
  void shouldSayThatNoRunOfASubjectIsUnderWay() {
    runs.put(header("sub-1_task-a", RunState.ENDED, START));
    assertThatThrownBy(() -> runs.require("sub-1"))
        .hasMessageContaining("no run is under way of sub-1;");
  }

  private static RunHeader header(String run, RunState state, Instant startedAt) {
    return RunHeader.newBuilder()
        .setRunId(run)
        .setState(state)
        .setRepetitionTimeSeconds(2)
        .setGeometry(
            Geometry.newBuilder()
                .setNx(2)
                .setNy(2)
                .setNz(1)
                .setVoxelSizeMm(List.of(3.0, 3.0, 3.0))
                .setAffine(Collections.nCopies(12, 0.0))
                .build())
        .setRoiId("V1")
        .setSource("test")
        .setStartedAt(startedAt)
        .build();
  }
}
