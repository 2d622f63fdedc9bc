/** Avro in Confluent wire format over a schema registry. */
@NullMarked
package io.mindstream.schemas.serde;

import org.jspecify.annotations.NullMarked;
