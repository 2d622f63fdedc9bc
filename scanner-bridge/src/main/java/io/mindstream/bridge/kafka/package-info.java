/** Feeds to topics: one acknowledged record after the other. */
@NullMarked
package io.mindstream.bridge.kafka;

import org.jspecify.annotations.NullMarked;
