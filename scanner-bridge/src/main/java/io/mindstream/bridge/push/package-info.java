/** Feeds to which a scanner pushes volumes over connections of its own making. */
@NullMarked
package io.mindstream.bridge.push;

import org.jspecify.annotations.NullMarked;
