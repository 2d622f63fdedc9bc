/** Headers of vendors' own within DICOM elements. */
@NullMarked
package io.mindstream.imaging.dicom.vendor;

import org.jspecify.annotations.NullMarked;
