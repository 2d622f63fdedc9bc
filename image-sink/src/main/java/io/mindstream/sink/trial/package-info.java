/** What is kept of one decoded picture: the PNG, then its metadata. */
@NullMarked
package io.mindstream.sink.trial;

import org.jspecify.annotations.NullMarked;
