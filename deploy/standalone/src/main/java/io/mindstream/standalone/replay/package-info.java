/** Decodes a replayed run with another model, beside the pipeline's own. */
@NullMarked
package io.mindstream.standalone.replay;

import org.jspecify.annotations.NullMarked;
