/** The model bundle: a folder of {@code bundle.json} and {@code weights.safetensors}. */
@NullMarked
package io.mindstream.decoder.bundle;

import org.jspecify.annotations.NullMarked;
