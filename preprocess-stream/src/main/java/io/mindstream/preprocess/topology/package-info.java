/** The Kafka Streams topology: a function of topics and settings, without I/O. */
@NullMarked
package io.mindstream.preprocess.topology;

import org.jspecify.annotations.NullMarked;
