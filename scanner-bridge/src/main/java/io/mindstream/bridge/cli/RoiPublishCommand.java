package io.mindstream.bridge.cli;

import io.mindstream.bridge.kafka.RoiPublication;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.imaging.roi.RegionFiles;
import io.mindstream.imaging.roi.RegionFiles.Region;
import io.mindstream.imaging.roi.RoiText;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mindstream roi publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Puts a region of interest together from files, and publishes it to the topic decoder.rois.",
    footer = {
      "",
      "The order of the files is the order of the vector. A voxel that occurs twice counts",
      "once, where it comes first, and that is said. All files lie on one grid: that of the",
      "reference, or else of the first mask.",
      "",
      "A mask of an earlier session comes with the BOLD image it was drawn on: the stream",
      "registers a run's first volumes to it, and carries the mask over.",
      "",
      "Examples:",
      "  mindstream roi publish --mask EarlyVis.nii.gz --mask LOC.nii.gz --mask PPA.nii.gz",
      "  mindstream roi publish --mask V1_mask.nii.gz --reference boldref.nii.gz",
      "  mindstream roi publish --mask aparc.nii.gz --labels 1011,2011,1013",
      "  mindstream roi publish --indices voxels.txt --reference boldref.nii.gz",
      "  mindstream roi publish --mask V1.nii.gz --id sub-01_desc-V1 --kafka broker:9092",
      "  mindstream listen dicom --roi sub-01_desc-V1             decodes it in each run",
      "  mindstream roi publish --model BUNDLE                    what a model was trained on",
      "  mindstream roi publish --mask V1.nii.gz --dry-run        says what it would publish"
    })
public final class RoiPublishCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = "NIfTI mask, or with --labels an atlas; may be given several times.")
  private List<Path> masks = List.of();

  @Option(
      names = {"--labels", "--label"},
      split = ",",
      paramLabel = "N",
      description = "The atlas's regions to take, by their numbers, in this order.")
  private List<Integer> labels = List.of();

  @Option(
      names = "--indices",
      paramLabel = "FILE",
      description =
          "Text of linear voxel indices from 0, one a line; after the masks; may be given several"
              + " times.")
  private List<Path> indices = List.of();

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description =
          "BOLD image of an earlier session that the region was drawn on; of a series the mean.")
  private @Nullable Path reference;

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = "Instead of files: the region that this model was trained on.")
  private @Nullable Path model;

  @Option(
      names = "--resample-mask",
      description = "Where a mask lies on another grid, take its nearest voxels.")
  private boolean resample;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "The region's id (default: one that names subject and voxels).")
  private @Nullable String id;

  @Option(names = "--dry-run", description = "Say what would be published, and do not.")
  private boolean dryRun;

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  /** Made by picocli. */
  public RoiPublishCommand() {}

  @Override
  public Integer call() throws Exception {
    return CommandErrors.report(command, this::publish);
  }

  private int publish(FeedPlayer player) {
    Region region = model == null ? ofFiles() : ofModel(model);
    region.notes().forEach(note -> player.note("note: " + note));
    if (!dryRun) {
      send(region.mask(), player);
    }
    player.say(
        "%s %s: %s"
            .formatted(
                dryRun ? "would publish" : "published",
                region.mask().getRoiId(),
                RoiText.of(region.mask())));
    return ExitCode.OK;
  }

  private Region ofFiles() {
    RegionFiles files =
        new RegionFiles(masks, labels, indices, Optional.ofNullable(reference), resample);
    return files.read(Optional.ofNullable(id));
  }

  private Region ofModel(Path bundle) {
    if (!masks.isEmpty() || !indices.isEmpty() || reference != null || id != null) {
      throw new IllegalArgumentException(
          "--model brings its region, id and reference along; give it alone, or files");
    }
    return new Region(RegionFile.read(bundle), List.of());
  }

  private void send(RoiMask mask, FeedPlayer player) {
    new RoiPublication(connection.kafka(), connection.registry(), Topics.standard())
        .publish(mask, player::note);
  }
}
