/**
 * Arrays outside native memory: float32 as the network takes them, float64 as NumPy files and the
 * preparation of vectors have them.
 */
@NullMarked
package io.mindstream.decoder.array;

import org.jspecify.annotations.NullMarked;
