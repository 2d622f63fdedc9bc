/**
 * Runs whose volumes come while they are scanned: their clock, their silences, their events, and
 * what is common to all feeds to which a scanner pushes volumes.
 */
@NullMarked
package io.mindstream.bridge.live;

import org.jspecify.annotations.NullMarked;
