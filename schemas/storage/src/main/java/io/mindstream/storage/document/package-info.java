/** The JSON documents beside the results, with their schemas in {@code json-schema/}. */
@NullMarked
package io.mindstream.storage.document;

import org.jspecify.annotations.NullMarked;
