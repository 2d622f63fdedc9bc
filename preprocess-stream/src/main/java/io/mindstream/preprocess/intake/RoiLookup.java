package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.roi.RoiVoxels;
import io.mindstream.preprocess.run.Run;
import io.mindstream.preprocess.state.ReferenceStore;
import io.mindstream.preprocess.state.RoiMaskStore;
import io.mindstream.preprocess.state.RunStores;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.failure.FailureCode;
import io.mindstream.schemas.failure.PipelineException;
import io.mindstream.schemas.failure.RecordGate;
import io.mindstream.schemas.fmri.RoiChecksum;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.schemas.serde.AvroCodec;
import io.mindstream.service.NewestEntries;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds ROI masks in the global store. The store holds the topic's bytes as they came; a mask is
 * decoded when a run asks for it, so a broken one harms that run alone.
 */
final class RoiLookup {

  /** Runs whose checksum is remembered: a mask of an earlier session has megabytes to decode. */
  private static final int MOST = 64;

  private final RoiMaskStore masks;
  private final ReferenceStore carried;
  private final AvroCodec<RoiMask> codec;
  private final int maxVectorBytes;
  private final Map<String, String> checksums = NewestEntries.byUse(MOST);

  private RoiLookup(
      RoiMaskStore masks, ReferenceStore carried, AvroCodec<RoiMask> codec, int maxVectorBytes) {
    this.masks = masks;
    this.carried = carried;
    this.codec = codec;
    this.maxVectorBytes = maxVectorBytes;
  }

  static RoiLookup of(StreamSetting setting, RunStores stores) {
    return new RoiLookup(
        stores.masks(),
        stores.references(),
        setting.topics().rois().codec(setting.registry()),
        setting.topics().voxelVectors().maxRecordBytes());
  }

  /**
   * The voxels of the ROI that a run names; empty where the topic has no such mask so far.
   *
   * @throws PipelineException where the mask can't be used for the run
   */
  Optional<RoiVoxels> find(RunHeader header, VolumeShape shape) {
    byte @Nullable [] mask = masks.get(header.getRoiId());
    if (mask == null) {
      return Optional.empty();
    }
    RoiMask checked = checked(header.getRoiId(), mask);
    RoiVoxels voxels = RoiVoxels.of(checked, shape);
    requireSmallEnough(header.getRoiId(), voxels);
    checksums.remove(header.getRunId());
    if (checked.getReference().isPresent()) {
      carried.putMask(header.getRunId(), mask);
    }
    return Optional.of(voxels);
  }

  /** The mask of an earlier session that a run carries over; null where it has none. */
  @Nullable RoiMask carried(String runId) {
    byte @Nullable [] mask = carried.mask(runId);
    return mask == null ? null : codec.decode(mask);
  }

  /** The checksum of a run's ROI, on the grid that it was drawn on. */
  String checksum(Run run, RoiVoxels roi) {
    return checksums.computeIfAbsent(run.id(), any -> reckoned(run, roi));
  }

  private String reckoned(Run run, RoiVoxels roi) {
    RoiMask mask = carried(run.id());
    return RoiChecksum.of(
        mask == null ? run.shape() : VolumeShape.of(mask.getGeometry()), roi.indices());
  }

  private RoiMask checked(String roiId, byte[] bytes) {
    RoiMask mask = decode(roiId, bytes);
    try {
      RecordGate.check(mask);
    } catch (PipelineException e) {
      throw new PipelineException(
          e.code(), "the mask of ROI " + roiId + " is refused, publish another: " + e.getMessage());
    }
    return mask;
  }

  private RoiMask decode(String roiId, byte[] bytes) {
    try {
      return codec.decode(bytes);
    } catch (PipelineException e) {
      throw new PipelineException(
          FailureCode.UNKNOWN_ROI,
          "the mask of ROI " + roiId + " can't be read, publish it again: " + e.getMessage());
    }
  }

  private void requireSmallEnough(String roiId, RoiVoxels voxels) {
    // Half: the vector's other fields and the record's framing have more than enough room.
    int limit = maxVectorBytes / 2 / Float.BYTES;
    if (voxels.size() > limit) {
      throw new PipelineException(
          FailureCode.TOO_LARGE,
          "ROI " + roiId + " has " + voxels.size() + " voxels, at most " + limit + " fit a vector");
    }
  }
}
