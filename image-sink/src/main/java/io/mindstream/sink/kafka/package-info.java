/** From the topics to the store and to the dashboard. */
@NullMarked
package io.mindstream.sink.kafka;

import org.jspecify.annotations.NullMarked;
