package io.mindstream.imaging.roi;

import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiReader;
import io.mindstream.schemas.avro.RoiMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a region of interest is put together from, on one grid: that of the reference, or
 * else of the first mask.
 *
 * @param masks in the order of the vector; where there are labels these are atlases
 * @param labels what to take of each atlas, in this order; empty for plain masks
 * @param indexLists text files of linear indices; they come after the masks
 * @param reference BOLD image that the region was drawn on, of an earlier session
 * @param resample true takes the nearest voxels of masks on other grids
 */
public record RegionFiles(
    List<Path> masks,
    List<Integer> labels,
    List<Path> indexLists,
    Optional<Path> reference,
    boolean resample) {

  private static final Pattern SUBJECT = Pattern.compile("\\bsub-([A-Za-z0-9]+)");
  private static final Pattern NAMED = Pattern.compile("_(?:desc|label|mask)-([A-Za-z0-9]+)");
  private static final Pattern ENDING = Pattern.compile("(_mask)?(\\.nii)?(\\.gz|\\.txt)?$");

  /**
   * A region as it is published.
   *
   * @param mask the record
   * @param notes what people should know of how it came about
   */
  public record Region(RoiMask mask, List<String> notes) {}

  /** Checks that there is a region, and a grid. */
  public RegionFiles {
    masks = List.copyOf(masks);
    labels = List.copyOf(labels);
    indexLists = List.copyOf(indexLists);
    if (masks.isEmpty() && indexLists.isEmpty()) {
      throw new IllegalArgumentException(
          "give --mask FILE, --indices FILE or --model BUNDLE: no region is named");
    }
    if (masks.isEmpty() && !labels.isEmpty()) {
      throw new IllegalArgumentException("--labels are of an atlas; give it by --mask FILE");
    }
    if (masks.isEmpty() && reference.isEmpty()) {
      throw new IllegalArgumentException(
          "--indices count the voxels of a grid; give it by --reference FILE");
    }
  }

  /**
   * Reads all files.
   *
   * @param id the region's id; empty for one that names subject and voxels
   * @throws RoiException where a file has no region, or lies on another grid
   * @throws io.mindstream.imaging.nifti.NiftiException where a file cannot be read
   */
  public Region read(Optional<String> id) {
    Optional<ReferenceImage> image = reference.map(ReferenceImage::read);
    NiftiHeader grid = image.map(ReferenceImage::header).orElseGet(() -> header(masks.get(0)));
    JoinedRegions joined = new JoinedRegions();
    masks.forEach(mask -> addMask(joined, mask, grid));
    indexLists.forEach(list -> joined.add(name(list), IndexList.read(list, grid.shape())));
    RoiMask plain =
        RoiMasks.mask(subject(), kind(), grid.geometry(), joined.indices(), description(joined));
    RoiMask mask =
        RoiMask.newBuilder(plain)
            .setRoiId(id.orElse(plain.getRoiId()))
            .setParts(joined.parts())
            .setReference(image.map(ReferenceImage::voxels).orElse(null))
            .build();
    List<String> notes = new ArrayList<>(joined.notes());
    image.map(ReferenceImage::note).filter(note -> !note.isEmpty()).ifPresent(notes::add);
    return new Region(mask, notes);
  }

  private static NiftiHeader header(Path file) {
    try (NiftiReader reader = NiftiReader.open(file)) {
      return reader.header();
    }
  }

  private void addMask(JoinedRegions joined, Path file, NiftiHeader grid) {
    if (labels.isEmpty()) {
      joined.add(name(file), voxels(MaskFile.read(file), grid));
    }
    for (int label : labels) {
      joined.add(name(file) + ":" + label, voxels(MaskFile.read(file, label), grid));
    }
  }

  private List<Integer> voxels(MaskFile mask, NiftiHeader grid) {
    Path gridFile = reference.orElseGet(() -> masks.get(0));
    return mask.on(grid, gridFile.toString(), resample, subject()).getIndices();
  }

  private String description(JoinedRegions joined) {
    return "%d voxels of %d files%s"
        .formatted(
            joined.indices().length,
            masks.size() + indexLists.size(),
            reference.map(file -> ", drawn on " + file.getFileName()).orElse(""));
  }

  private Path first() {
    return masks.isEmpty() ? indexLists.get(0) : masks.get(0);
  }

  private String subject() {
    Matcher matcher = SUBJECT.matcher(first().toString());
    return matcher.find() ? matcher.group(1) : "any";
  }

  private String kind() {
    boolean single = masks.size() + indexLists.size() == 1 && labels.size() < 2;
    return single ? name(first()).replaceAll("[^A-Za-z0-9]", "") : "joined";
  }

  /** The name's own word for it, else the name. */
  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    Matcher matcher = NAMED.matcher(name);
    return matcher.find() ? matcher.group(1) : ENDING.matcher(name).replaceFirst("");
  }
}
