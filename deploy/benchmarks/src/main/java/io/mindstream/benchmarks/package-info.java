/** The command that runs benchmarks. */
@NullMarked
package io.mindstream.benchmarks;

import org.jspecify.annotations.NullMarked;
