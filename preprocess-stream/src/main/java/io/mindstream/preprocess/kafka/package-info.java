/** The topology as a service that starts, stops and tells its health. */
@NullMarked
package io.mindstream.preprocess.kafka;

import org.jspecify.annotations.NullMarked;
