/** Which volumes belong to a trial, and their mean. Pure: no I/O, no clock. */
@NullMarked
package io.mindstream.preprocess.trial;

import org.jspecify.annotations.NullMarked;
