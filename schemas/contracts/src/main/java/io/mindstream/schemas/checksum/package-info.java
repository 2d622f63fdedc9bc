/** The checksum that bundles, archives and stored pictures carry. */
@NullMarked
package io.mindstream.schemas.checksum;

import org.jspecify.annotations.NullMarked;
