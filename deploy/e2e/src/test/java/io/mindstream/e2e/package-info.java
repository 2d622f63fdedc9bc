/** Tests of the whole pipeline with real parts, and of the house's structure. */
@NullMarked
package io.mindstream.e2e;

import org.jspecify.annotations.NullMarked;
