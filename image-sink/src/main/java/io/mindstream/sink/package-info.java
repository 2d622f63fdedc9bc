/** Stores decoded pictures and shows them live. */
@NullMarked
package io.mindstream.sink;

import org.jspecify.annotations.NullMarked;
