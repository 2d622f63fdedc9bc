/** Folders in BIDS form: runs, their events, sidecars and stimulus pictures. */
@NullMarked
package io.mindstream.imaging.bids;

import org.jspecify.annotations.NullMarked;
