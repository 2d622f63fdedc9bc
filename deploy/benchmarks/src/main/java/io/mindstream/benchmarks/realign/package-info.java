/** How well and how fast volumes are realigned, beside Python. */
@NullMarked
package io.mindstream.benchmarks.realign;

import org.jspecify.annotations.NullMarked;
