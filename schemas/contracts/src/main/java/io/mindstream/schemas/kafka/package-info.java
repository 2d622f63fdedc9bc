/** Settings of Kafka clients, size limits included, in one place. */
@NullMarked
package io.mindstream.schemas.kafka;

import org.jspecify.annotations.NullMarked;
