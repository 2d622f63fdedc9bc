/** What a volume and a trial cost in the preprocessing of a run's signal. */
@NullMarked
package io.mindstream.benchmarks.signal;

import org.jspecify.annotations.NullMarked;
