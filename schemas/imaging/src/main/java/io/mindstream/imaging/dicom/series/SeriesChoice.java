package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.DataSet;
import io.mindstream.imaging.dicom.DicomObject;
import io.mindstream.imaging.dicom.Tag;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which series are taken. Without a choice all but localisers, phase images, SBRef, MoCo and
 * derived ones; a choice by name takes those as well.
 *
 * @param description glob of the series description, with * and ?; case does not count
 * @param protocol glob of the protocol name
 */
public record SeriesChoice(Optional<String> description, Optional<String> protocol) {

  /** All that are volumes. */
  public static final SeriesChoice ALL = new SeriesChoice(Optional.empty(), Optional.empty());

  /** Why an object is left out; empty where it is taken. */
  Optional<String> refusal(DicomObject object) {
    Optional<String> impossible = ImageKind.impossible(object);
    if (impossible.isPresent()) {
      return impossible;
    }
    DataSet data = object.data();
    if (!matches(description, data.text(Tag.SERIES_DESCRIPTION).orElse(""))) {
      return Optional.of("is of a series whose description was not chosen");
    }
    if (!matches(protocol, data.text(Tag.PROTOCOL).orElse(""))) {
      return Optional.of("is of a protocol that was not chosen");
    }
    boolean chosen = description.isPresent() || protocol.isPresent();
    return chosen ? Optional.empty() : ImageKind.unwanted(object);
  }

  private static boolean matches(Optional<String> glob, String text) {
    return glob.map(pattern -> regex(pattern).matcher(text).matches()).orElse(true);
  }

  private static Pattern regex(String glob) {
    String regex =
        glob.chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
