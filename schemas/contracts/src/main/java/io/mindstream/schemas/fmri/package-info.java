/** Pure records of the domain: runs, trials, volumes. No I/O. */
@NullMarked
package io.mindstream.schemas.fmri;

import org.jspecify.annotations.NullMarked;
