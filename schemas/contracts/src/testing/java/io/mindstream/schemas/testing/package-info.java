/**
 * Parts that the tests of several modules share; each of those modules compiles them for itself.
 */
@NullMarked
package io.mindstream.schemas.testing;

import org.jspecify.annotations.NullMarked;
