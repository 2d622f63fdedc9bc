/**
 * From DICOM objects, in any order, to whole volumes: which belong together, where they lie, when
 * they were acquired, and what lacks. Nothing here waits, and time is given by the caller.
 */
@NullMarked
package io.mindstream.imaging.dicom.series;

import org.jspecify.annotations.NullMarked;
