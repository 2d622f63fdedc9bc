/** The Kafka Streams topology: names of its parts and how they are wired, without I/O. */
@NullMarked
package io.mindstream.preprocess.topology;

import org.jspecify.annotations.NullMarked;
