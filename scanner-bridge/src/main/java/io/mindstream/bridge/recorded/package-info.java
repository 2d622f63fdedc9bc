/** Recorded runs: played again through the topics, and written as a BIDS folder. */
@NullMarked
package io.mindstream.bridge.recorded;

import org.jspecify.annotations.NullMarked;
