/** Pixels of DICOM objects: native, run lengths, lossless JPEG and JPEG 2000 become voxels. */
@NullMarked
package io.mindstream.imaging.dicom.pixel;

import org.jspecify.annotations.NullMarked;
