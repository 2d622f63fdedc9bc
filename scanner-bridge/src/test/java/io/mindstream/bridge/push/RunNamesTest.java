package io.mindstream.bridge.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mindstream.schemas.fmri.RunId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunNamesTest {

  private static final RunId FIRST = RunId.parse("sub-01_ses-02_task-live_run-03");

  private final RunDesk desk = new RunDesk();

  @ParameterizedTest
  @CsvSource({
    "task-{protocol},                       ep2d_bold Faces!,       sub-01_ses-02_task-ep2dboldFaces_run-03",
    "task-{protocol},                       func_task-faces_run-02, sub-01_ses-02_task-faces_run-03",
    "task-{protocol}_run-{protocol},        func_task-faces_run-02, sub-01_ses-02_task-faces_run-02",
    "ses-{session}b_task-{task}{series},    any,                    sub-01_ses-02b_task-live7_run-03",
    "task-{protocol},                       '',                     sub-01_ses-02_task-live_run-03",
    "task-{description},                    any,                    sub-01_ses-02_task-words_run-03"
  })
  void shouldNameARunAfterItsSeries(String template, String protocol, String name) {
    assertThat(names(template).take(series(protocol))).hasToString(name);
  }

  @Test
  void shouldCountTheRunsOfEachName() {
    RunNames names = names("task-{protocol}");
    assertThat(List.of("face", "house", "face", "face"))
        .extracting(protocol -> names.take(series(protocol)).toString())
        .extracting(name -> name.replace("sub-01_ses-02_", ""))
        .containsExactly(
            "task-face_run-03", "task-house_run-03", "task-face_run-04", "task-face_run-05");
  }

  @Test
  void shouldCountOnFromANameThatAnOperatorGave() {
    RunNames names = names("task-{protocol}");
    desk.next(RunId.parse("sub-01_ses-02_task-face_run-08"));
    names.take(series("any"));
    assertThat(names.take(series("face"))).hasToString("sub-01_ses-02_task-face_run-09");
  }

  @Test
  void shouldGiveTheNameOfARunThatBrokeOffAgain() {
    RunNames names = names("task-{protocol}");
    RunId broken = names.take(series("face"));
    names.again();
    assertThat(names.take(series("face"))).isEqualTo(broken);
  }

  @Test
  void shouldNotGiveTheNameOfARunThatBrokeOffToAnotherTask() {
    RunNames names = names("task-{protocol}");
    names.take(series("face"));
    names.again();
    assertThat(names.take(series("house"))).hasToString("sub-01_ses-02_task-house_run-03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub-{protocol}", "task-{PatientName}", "task-{patientid}", "sub-02"})
  void shouldSayThatThePersonIsTheOperatorsToName(String template) {
    assertThatThrownBy(() -> RunTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the subject comes from the operator")
        .hasMessageContaining("--subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{protocol}", "task-{protokoll}", "acq-{series}", "task-a b", "task-x_task-y"})
  void shouldShowARightTemplateBesideAWrongOne(String template) {
    assertThatThrownBy(() -> RunTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ses-{session}_task-{protocol}_run-{run}");
  }

  private RunNames names(String template) {
    return new RunNames(FIRST, Optional.of(RunTemplate.parse(template)), desk);
  }

  private static PushedSeries series(String protocol) {
    return new PushedSeries(0, OptionalInt.of(7), "wo-rds", protocol, List::of);
  }
}
