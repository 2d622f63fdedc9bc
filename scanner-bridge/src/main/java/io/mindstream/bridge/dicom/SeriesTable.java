package io.mindstream.bridge.dicom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mindstream.imaging.dicom.series.BidsSidecar;
import io.mindstream.imaging.dicom.series.SeriesFacts;
import io.mindstream.imaging.dicom.series.SliceTiming;
import io.mindstream.imaging.dicom.series.WholeVolume;
import io.mindstream.imaging.nifti.Decimal;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.service.cli.ConsoleTable;
import io.mindstream.service.cli.ConsoleTable.Align;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a folder holds, for people and for programs. */
public final class SeriesTable {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private SeriesTable() {}

  /** A table of series, and below it what lacks and what is ignored. */
  public static String text(List<FoundSeries> series) {
    ConsoleTable table =
        new ConsoleTable(
            Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);
    table.row("series", "scanner", "volumes", "voxels", "mm", "TR s", "slice timing");
    series.stream().filter(s -> !s.facts().isEmpty()).forEach(s -> row(table, s));
    StringBuilder text = new StringBuilder(table.toString());
    for (FoundSeries found : series) {
      found
          .gaps()
          .forEach(
              gap ->
                  text.append(
                      "%s: volume %d is not whole: %s%n"
                          .formatted(found.title(), gap.index(), gap.reason())));
      found
          .ignored()
          .forEach(
              (reason, count) ->
                  text.append("%s: %d ignored: %s%n".formatted(found.title(), count, reason)));
    }
    return text.toString();
  }

  /** The same as JSON. */
  public static String json(List<FoundSeries> series) {
    try {
      return JSON.writeValueAsString(series.stream().map(SeriesTable::fields).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain maps are JSON", e);
    }
  }

  private static void row(ConsoleTable table, FoundSeries found) {
    SeriesFacts facts = found.facts().get(0);
    Optional<WholeVolume> first = found.volumes().stream().findFirst();
    table.row(
        found.title(),
        (facts.vendor().title() + " " + facts.model()).strip(),
        String.valueOf(found.volumes().size()),
        first.map(volume -> volume.shape().toString()).orElse("-"),
        first.map(volume -> size(volume.geometry())).orElse("-"),
        facts.repetitionTimeSeconds().isPresent()
            ? Decimal.text(facts.repetitionTimeSeconds().getAsDouble())
            : "-",
        first.map(volume -> timing(found)).orElse("-"));
  }

  private static String size(Geometry geometry) {
    return geometry.getVoxelSizeMm().stream().map(Decimal::text).collect(Collectors.joining(" x "));
  }

  private static String timing(FoundSeries found) {
    return SliceTiming.of(first(found))
        .map(
            seconds ->
                "%d times, %s to %s s"
                    .formatted(
                        Arrays.stream(seconds).distinct().count(),
                        Decimal.text(Arrays.stream(seconds).min().orElse(0)),
                        Decimal.text(Arrays.stream(seconds).max().orElse(0))))
        .orElse("unknown");
  }

  private static List<WholeVolume> first(FoundSeries found) {
    return found.volumes().subList(0, Math.min(2, found.volumes().size()));
  }

  private static Map<String, Object> fields(FoundSeries found) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("series", found.title());
    fields.put("volumes", found.volumes().size());
    if (found.hasVolumes()) {
      WholeVolume volume = found.volumes().get(0);
      Geometry geometry = volume.geometry();
      fields.put("shape", List.of(geometry.getNx(), geometry.getNy(), geometry.getNz()));
      fields.put("voxelSizeMm", geometry.getVoxelSizeMm());
      fields.put("affine", geometry.getAffine());
      fields.put("indices", found.volumes().stream().map(WholeVolume::index).toList());
      volume.acquiredAt().ifPresent(time -> fields.put("acquiredAt", time.toString()));
      fields.put("sidecar", BidsSidecar.fields(first(found)));
    }
    fields.put(
        "gaps",
        found.gaps().stream()
            .map(gap -> Map.of("index", gap.index(), "reason", gap.reason()))
            .toList());
    fields.put("ignored", found.ignored());
    return fields;
  }
}
