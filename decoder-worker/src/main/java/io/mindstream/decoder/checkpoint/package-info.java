/** PyTorch checkpoint files, read without running anything that they contain. */
@NullMarked
package io.mindstream.decoder.checkpoint;

import org.jspecify.annotations.NullMarked;
