package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.dicom.pixel.FrameReader;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One slice of one volume, its pixels not yet read.
 *
 * @param pixels reads them
 * @param frame of the object, origin 0
 * @param left first column within the frame: slices of a mosaic share one
 * @param top first row within the frame
 * @param position of its first pixel's centre
 * @param keys what may tell its volume
 * @param acquired microseconds since 1970-01-01 in the scanner's local time
 * @param timer seconds of another clock, or of the vendor's list, that tells the slices' order
 * @param slope of its pixels
 * @param intercept of its pixels
 * @param number instance number of its object
 */
record SliceFrame(
    FrameReader pixels,
    int frame,
    int left,
    int top,
    Vec position,
    Map<KeyKind, Long> keys,
    OptionalLong acquired,
    OptionalDouble timer,
    double slope,
    double intercept,
    int number) {}
