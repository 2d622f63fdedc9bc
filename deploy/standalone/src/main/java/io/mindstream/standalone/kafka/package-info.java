/** Reads the session's topics beside the services, to count what is on them. */
@NullMarked
package io.mindstream.standalone.kafka;

import org.jspecify.annotations.NullMarked;
