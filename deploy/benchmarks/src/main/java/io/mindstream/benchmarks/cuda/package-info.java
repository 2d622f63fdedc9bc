/** What the script {@code cuda_check.py} needs on a machine without Java. */
@NullMarked
package io.mindstream.benchmarks.cuda;

import org.jspecify.annotations.NullMarked;
