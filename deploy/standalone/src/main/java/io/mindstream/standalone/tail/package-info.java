/** What flows over the topics, a line a record. */
@NullMarked
package io.mindstream.standalone.tail;

import org.jspecify.annotations.NullMarked;
