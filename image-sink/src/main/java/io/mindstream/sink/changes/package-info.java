/** What changed, numbered: one shared stream of small events for all who watch. */
@NullMarked
package io.mindstream.sink.changes;

import org.jspecify.annotations.NullMarked;
