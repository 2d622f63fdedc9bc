/** What the dashboard's server sends and needs where many watch. */
@NullMarked
package io.mindstream.benchmarks.dashboard;

import org.jspecify.annotations.NullMarked;
