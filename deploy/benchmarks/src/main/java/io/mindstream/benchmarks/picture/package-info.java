/** How long a picture takes from its vector to the browser. */
@NullMarked
package io.mindstream.benchmarks.picture;

import org.jspecify.annotations.NullMarked;
