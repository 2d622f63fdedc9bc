/** What the dashboard shows, folded from records. No I/O. */
@NullMarked
package io.mindstream.sink.dashboard;

import org.jspecify.annotations.NullMarked;
