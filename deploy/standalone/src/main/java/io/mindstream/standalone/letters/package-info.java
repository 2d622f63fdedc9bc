/** Looks into the dead letters, and puts records back on their topics. */
@NullMarked
package io.mindstream.standalone.letters;

import org.jspecify.annotations.NullMarked;
