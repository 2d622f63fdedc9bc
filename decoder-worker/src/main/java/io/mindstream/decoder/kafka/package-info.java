/** The worker on Kafka: vectors in, images, previews and dead letters out, exactly once. */
@NullMarked
package io.mindstream.decoder.kafka;

import org.jspecify.annotations.NullMarked;
