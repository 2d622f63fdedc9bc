/** What is kept of a run when it is over: its document and its contact sheet. */
@NullMarked
package io.mindstream.sink.run;

import org.jspecify.annotations.NullMarked;
