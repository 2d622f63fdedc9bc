/** What can go wrong with a record, by code, and how it becomes a dead letter. */
@NullMarked
package io.mindstream.schemas.failure;

import org.jspecify.annotations.NullMarked;
