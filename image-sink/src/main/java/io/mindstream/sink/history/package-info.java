/**
 * What the object store has of earlier runs: an index of its keys, and its documents as they are
 * needed.
 */
@NullMarked
package io.mindstream.sink.history;

import org.jspecify.annotations.NullMarked;
