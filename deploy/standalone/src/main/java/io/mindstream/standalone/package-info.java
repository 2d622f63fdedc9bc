/** Mindstream in one process, and its command line. */
@NullMarked
package io.mindstream.standalone;

import org.jspecify.annotations.NullMarked;
