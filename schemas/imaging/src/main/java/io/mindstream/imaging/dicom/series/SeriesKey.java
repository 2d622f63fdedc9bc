package io.mindstream.imaging.dicom.series;

/**
 * What is assembled by itself: a series, and of a series with several echoes each.
 *
 * @param series its UID
 * @param echo echo number, or 1
 * @param echoTime in tenths of a ms, or 0: not all who send echoes number them
 */
record SeriesKey(String series, int echo, long echoTime) {}
