package io.mindstream.lab.dataset;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import io.mindstream.decoder.array.NpyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * BOLD5000 (Chang and others 2019) with GLMsingle betas of ROIs: a {@code .npy} of (trials, voxels)
 * for each subject, hemisphere and ROI, and text files with the stimuli's names in the order of
 * trials.
 *
 * @param source folder with BOLD5000_GLMsingle_ROI_betas and BOLD5000_Stimuli
 */
public record Bold5000Dataset(Path source) implements FmriDataset {

  private static final List<String> ROIS = List.of("EarlyVis", "LOC", "OPA", "PPA", "RSC");
  private static final String REPEATED = "repeated_stimuli_113_list.txt";
  private static final String LISTS = "Stimuli_Presentation_Lists";
  private static final String REPETITION = "rep_";
  private static final String BETAS = "_GLMbetas";

  @Override
  public DoubleArray raw(String subject, DatasetSplit split) {
    return split(subject, betas(subject), split);
  }

  /** All trials are normalised as one matrix, before they are split and averaged. */
  @Override
  public DoubleArray preprocessed(String subject, DatasetSplit split, int patchSize) {
    return split(subject, FmriPreprocessing.padAndNormalise(betas(subject), patchSize), split);
  }

  /** All trials; ROIs in their fixed order, left hemisphere before right. */
  private DoubleArray betas(String subject) {
    Map<String, DoubleArray> parts = new LinkedHashMap<>();
    for (String roi : ROIS) {
      List<Path> files = DatasetFiles.all(source, "*" + subject + "*" + roi + "*.npy");
      if (files.isEmpty()) {
        throw new DatasetException(
            source + " has no betas of " + subject + " and " + roi + " (--source, --subject)");
      }
      files.forEach(
          file -> parts.put(DatasetFiles.name(file), NpyFile.read(file).matrix(file.toString())));
    }
    return DatasetFiles.besideEachOther(source + ": " + subject, "trials", parts);
  }

  private DoubleArray split(String subject, DoubleArray trials, DatasetSplit split) {
    List<String> stimuli = stimuli(subject);
    if (stimuli.size() != trials.rows()) {
      throw new DatasetException(
          source
              + ": "
              + subject
              + " has "
              + trials.rows()
              + " trials, but its lists name "
              + stimuli.size()
              + " stimuli");
    }
    List<String> repeated = DatasetFiles.lines(DatasetFiles.find(source, REPEATED));
    return split == DatasetSplit.TEST
        ? averages(trials, stimuli, repeated)
        : trials.selectRows(rows(stimuli, Set.copyOf(repeated), false));
  }

  /** Names of the stimuli in the order of trials. */
  List<String> stimuli(String subject) {
    return DatasetFiles.all(source, "*.txt").stream()
        .filter(file -> file.toString().contains(LISTS) && isOf(subject, file))
        .flatMap(file -> DatasetFiles.lines(file).stream())
        .map(name -> name.startsWith(REPETITION) ? name.substring(REPETITION.length()) : name)
        .toList();
  }

  private static boolean isOf(String subject, Path file) {
    return IntStream.range(0, file.getNameCount())
        .anyMatch(i -> file.getName(i).toString().equals(subject));
  }

  private static DoubleArray averages(
      DoubleArray trials, List<String> stimuli, List<String> repeated) {
    List<double[]> means = new ArrayList<>();
    for (String name : repeated) {
      DoubleArray seen = trials.selectRows(rows(stimuli, Set.of(name), true));
      if (seen.rows() > 0) {
        means.add(seen.meanOfRows(0, seen.rows()));
      }
    }
    return DoubleArray.ofRows(means, trials.columns());
  }

  private static List<Integer> rows(List<String> stimuli, Set<String> names, boolean wanted) {
    return IntStream.range(0, stimuli.size())
        .filter(row -> names.contains(stimuli.get(row)) == wanted)
        .boxed()
        .toList();
  }

  @Override
  public List<String> subjects() {
    return DatasetFiles.all(source, "*" + BETAS + "*.npy").stream()
        .map(DatasetFiles::name)
        .map(name -> name.substring(0, name.indexOf(BETAS)))
        .distinct()
        .toList();
  }
}
