/** A finished run's vectors, made again from its recording, in versions that never change. */
@NullMarked
package io.mindstream.standalone.vectors;

import org.jspecify.annotations.NullMarked;
