/**
 * The typed catalogue of topics, the only place that knows their names, and the step that creates
 * them.
 */
@NullMarked
package io.mindstream.schemas.topic;

import org.jspecify.annotations.NullMarked;
