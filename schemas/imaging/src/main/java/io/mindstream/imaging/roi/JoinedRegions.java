package io.mindstream.imaging.roi;

import io.mindstream.schemas.avro.RoiPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Regions of one grid, one after the other: each voxel once, where it comes first. */
final class JoinedRegions {

  private final Set<Integer> indices = new LinkedHashSet<>();
  private final List<RoiPart> parts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Appends a region's voxels, linear, in its order. */
  void add(String name, List<Integer> voxels) {
    int before = indices.size();
    indices.addAll(voxels);
    int added = indices.size() - before;
    parts.add(RoiPart.newBuilder().setName(name).setVoxels(added).build());
    if (added < voxels.size()) {
      notes.add(
          "%s: %d of its %d voxels came before, and count there alone"
              .formatted(name, voxels.size() - added, voxels.size()));
    }
  }

  /** The order of the vector. */
  int[] indices() {
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  List<RoiPart> parts() {
    return List.copyOf(parts);
  }

  /** What was not taken twice, for people. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}
