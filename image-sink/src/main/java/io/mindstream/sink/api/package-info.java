/** What the API answers and streams: JSON as records, version 1. */
@NullMarked
package io.mindstream.sink.api;

import org.jspecify.annotations.NullMarked;
