/** What the stream remembers: its stores, their keys, and the bytes of what lies in them. */
@NullMarked
package io.mindstream.preprocess.state;

import org.jspecify.annotations.NullMarked;
