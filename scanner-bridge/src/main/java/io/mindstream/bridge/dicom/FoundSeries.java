package io.mindstream.bridge.dicom;

import io.mindstream.imaging.dicom.series.AssemblyEvent;
import io.mindstream.imaging.dicom.series.AssemblyEvent.ObjectIgnored;
import io.mindstream.imaging.dicom.series.AssemblyEvent.SeriesFound;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeGap;
import io.mindstream.imaging.dicom.series.AssemblyEvent.VolumeWhole;
import io.mindstream.imaging.dicom.series.SeriesFacts;
import io.mindstream.imaging.dicom.series.WholeVolume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A series of a folder.
 *
 * @param title for people
 * @param facts of the series; none for one of which all was ignored
 * @param volumes whole ones in order of their indices
 * @param gaps volumes that are not whole
 * @param ignored reasons, and how many objects each
 */
public record FoundSeries(
    String title,
    List<SeriesFacts> facts,
    List<WholeVolume> volumes,
    List<VolumeGap> gaps,
    Map<String, Integer> ignored) {

  /** True where there is something to publish. */
  public boolean hasVolumes() {
    return !volumes.isEmpty();
  }

  /** Gathers what an assembler tells. */
  static final class Collector {
    private final Map<Integer, FoundSeries> found = new TreeMap<>();
    private final Map<String, FoundSeries> left = new TreeMap<>();
    private int broken;

    void broken(int objects) {
      broken = objects;
    }

    void take(List<AssemblyEvent> events) {
      events.forEach(this::take);
    }

    private void take(AssemblyEvent event) {
      if (event instanceof SeriesFound series) {
        found.put(series.series(), empty(series.facts().title(), List.of(series.facts())));
      } else if (event instanceof VolumeWhole whole) {
        of(whole.volume().series()).volumes().add(whole.volume());
      } else if (event instanceof VolumeGap gap) {
        of(gap.series()).gaps().add(gap);
      } else if (event instanceof ObjectIgnored ignored) {
        ignored(ignored.series()).ignored().merge(ignored.reason(), 1, Integer::sum);
      }
    }

    List<FoundSeries> series() {
      found.values().forEach(s -> s.volumes().sort(Comparator.comparingInt(WholeVolume::index)));
      List<FoundSeries> all = new ArrayList<>(found.values());
      all.addAll(left.values());
      if (broken > 0) {
        FoundSeries damaged = empty("damaged files", List.of());
        damaged.ignored().put("cannot be read, see the notes", broken);
        all.add(damaged);
      }
      return all;
    }

    private FoundSeries of(int series) {
      return java.util.Objects.requireNonNull(found.get(series), "a series is told first");
    }

    private FoundSeries ignored(String title) {
      return found.values().stream()
          .filter(series -> series.title().equals(title))
          .findFirst()
          .orElseGet(() -> left.computeIfAbsent(title, any -> empty(title, List.of())));
    }

    private static FoundSeries empty(String title, List<SeriesFacts> facts) {
      return new FoundSeries(title, facts, new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    }
  }
}
