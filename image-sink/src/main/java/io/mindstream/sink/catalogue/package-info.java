/** All that is known of runs and trials, of the topics and of the store together. */
@NullMarked
package io.mindstream.sink.catalogue;

import org.jspecify.annotations.NullMarked;
