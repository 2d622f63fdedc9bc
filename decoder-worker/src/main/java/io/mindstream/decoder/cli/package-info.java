/** The commands of models and decoding without Kafka. */
@NullMarked
package io.mindstream.decoder.cli;

import org.jspecify.annotations.NullMarked;
