/** What is remembered of one run between two records. Pure: no I/O, no clock. */
@NullMarked
package io.mindstream.preprocess.run;

import org.jspecify.annotations.NullMarked;
