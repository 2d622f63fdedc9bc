package io.mindstream.imaging.dicom.series;

import java.util.Map;

/**
 * What is remembered of one slice of a volume that was told; its object is not.
 *
 * @param keys what may tell its volume
 * @param place along the normal, in mm
 * @param number instance number of its object
 */
record ToldSlice(Map<KeyKind, Long> keys, double place, int number) {}
