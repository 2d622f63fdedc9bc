/** Object storage: one small seam, and S3 behind it. */
@NullMarked
package io.mindstream.sink.store;

import org.jspecify.annotations.NullMarked;
