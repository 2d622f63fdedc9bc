/** The stream's work on a run that is over, without Kafka. */
@NullMarked
package io.mindstream.preprocess.offline;

import org.jspecify.annotations.NullMarked;
