/** From the public fMRI data sets' files to the numbers that the encoder takes. */
@NullMarked
package io.mindstream.lab.dataset;

import org.jspecify.annotations.NullMarked;
