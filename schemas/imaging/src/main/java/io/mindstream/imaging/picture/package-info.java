/** Decoded pictures: kept, compared, laid side by side. */
@NullMarked
package io.mindstream.imaging.picture;

import org.jspecify.annotations.NullMarked;
