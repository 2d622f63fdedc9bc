/** Records of live runs on disk, from when a feed told them until Kafka has them. */
@NullMarked
package io.mindstream.bridge.spool;

import org.jspecify.annotations.NullMarked;
