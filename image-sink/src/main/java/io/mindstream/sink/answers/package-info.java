/** What became of each trial, told back to whoever showed it: by HTTP, by UDP or by TCP. */
@NullMarked
package io.mindstream.sink.answers;

import org.jspecify.annotations.NullMarked;
