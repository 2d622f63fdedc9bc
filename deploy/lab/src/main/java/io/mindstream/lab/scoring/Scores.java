package io.mindstream.lab.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found; the JSON of {@code mindstream evaluate --json} has these fields.
 *
 * @param trials how many were decoded
 * @param nWay n, the number of classes compared
 * @param nWayTop1 share identified at first place, 0 to 1
 * @param nWayTop1CI95 Wilson's 95 % interval of it
 * @param nWayTop2 share identified among the first two
 * @param pcc mean correlation of decoded pixels with the target's, or null without targets
 * @param ssim mean structural similarity to the target, or null without targets
 * @param frechetDistanceInDrawingClassifierScores between decoded pictures and targets, in the
 *     class scores of the fixed classifier; not comparable with any published FID
 * @param classifierAccuracy of the fixed classifier on drawn pictures it was not fitted to
 * @param labels names of the classes
 * @param confusion (C, C): rows what was shown, columns what was identified
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Scores(
    int trials,
    int nWay,
    double nWayTop1,
    List<Double> nWayTop1CI95,
    double nWayTop2,
    @Nullable Double pcc,
    @Nullable Double ssim,
    @Nullable Double frechetDistanceInDrawingClassifierScores,
    double classifierAccuracy,
    List<String> labels,
    List<List<Integer>> confusion) {}
