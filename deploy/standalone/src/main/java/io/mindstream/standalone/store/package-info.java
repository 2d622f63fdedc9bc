/** Looks at the object store beside the sink: what is in it, and since when. */
@NullMarked
package io.mindstream.standalone.store;

import org.jspecify.annotations.NullMarked;
