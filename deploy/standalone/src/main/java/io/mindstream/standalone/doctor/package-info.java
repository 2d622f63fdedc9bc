/** What stands in the way of a pipeline on this machine, each with what to do about it. */
@NullMarked
package io.mindstream.standalone.doctor;

import org.jspecify.annotations.NullMarked;
