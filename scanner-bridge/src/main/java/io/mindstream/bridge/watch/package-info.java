/** A folder in which volumes appear one by one: the live feed of {@code mindstream watch}. */
@NullMarked
package io.mindstream.bridge.watch;

import org.jspecify.annotations.NullMarked;
