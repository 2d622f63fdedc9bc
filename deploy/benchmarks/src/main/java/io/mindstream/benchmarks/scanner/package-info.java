/** Speed of the scanner feed: reading a mosaic, and the way of a volume into Kafka. */
@NullMarked
package io.mindstream.benchmarks.scanner;

import org.jspecify.annotations.NullMarked;
