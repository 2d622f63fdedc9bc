/** Scanner feeds as timed messages, and the clock that paces them. Knows nothing of Kafka. */
@NullMarked
package io.mindstream.bridge.source;

import org.jspecify.annotations.NullMarked;
