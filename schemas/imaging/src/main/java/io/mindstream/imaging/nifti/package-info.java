/** NIfTI-1 and NIfTI-2 files, read and written volume by volume. No other package of ours. */
@NullMarked
package io.mindstream.imaging.nifti;

import org.jspecify.annotations.NullMarked;
