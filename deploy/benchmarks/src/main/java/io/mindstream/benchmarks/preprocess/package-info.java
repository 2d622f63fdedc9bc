/** Speed of the preprocess stream: its arithmetic alone, and the service on a real broker. */
@NullMarked
package io.mindstream.benchmarks.preprocess;

import org.jspecify.annotations.NullMarked;
