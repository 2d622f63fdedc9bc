package io.mindstream.sink.dashboard;

import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.api.Trial;
import io.mindstream.storage.document.SampleDocument;
import io.mindstream.storage.document.TrialDocument;
import io.mindstream.storage.document.TrialRevisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers to a trial as the API shows them. */
final class AnswerViews {

  private AnswerViews() {}

  /** All answers, by revision, each with addresses of its own pictures. */
  static List<Trial.Revision> all(TrialKey key, TrialRevisions answers) {
    return answers.all().stream().map(answer -> view(key, answer)).toList();
  }

  /** The addresses of one answer's pictures in a folder of the trial; null where not there yet. */
  static List<@Nullable String> samples(TrialKey key, String folder, TrialDocument answer) {
    List<@Nullable String> addresses =
        new ArrayList<>(Collections.nCopies(answer.samplesExpected(), null));
    for (SampleDocument sample : answer.samples()) {
      String version = Picture.version(sample.sha256());
      addresses.set(sample.index(), Addresses.of(key, folder + sample.file(), version));
    }
    return addresses;
  }

  private static Trial.Revision view(TrialKey key, TrialDocument answer) {
    int revision = answer.answer().revision();
    return new Trial.Revision(
        revision,
        answer.answer().last(),
        answer.answer().newestVolume(),
        samples(key, "revisions/" + revision + "/", answer),
        answer.quality());
  }
}
