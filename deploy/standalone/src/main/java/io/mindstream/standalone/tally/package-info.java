/** Counts what a session really brought: volumes, trials, images, dead letters, latencies. */
@NullMarked
package io.mindstream.standalone.tally;

import org.jspecify.annotations.NullMarked;
