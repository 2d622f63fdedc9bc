/** Regions of interest: masks from files, or from a threshold on the mean volume. */
@NullMarked
package io.mindstream.imaging.roi;

import org.jspecify.annotations.NullMarked;
