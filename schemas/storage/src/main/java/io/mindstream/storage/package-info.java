/** Object storage: one small seam, and S3 behind it. */
@NullMarked
package io.mindstream.storage;

import org.jspecify.annotations.NullMarked;
