/** From the topics to recordings: every run, each record once, whatever ends the process. */
@NullMarked
package io.mindstream.sink.recorder;

import org.jspecify.annotations.NullMarked;
