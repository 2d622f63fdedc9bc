package io.mindstream.imaging.registration;

/**
 * A region's values in a volume.
 *
 * @param values in the region's order; the record owns the array, readers must not change it
 * @param outside how many of them lie outside the grid: these have the value at its edge
 */
@SuppressWarnings("ArrayRecordComponent") // A plain row of numbers, handed from one caller to one.
public record RoiValues(float[] values, int outside) {}
