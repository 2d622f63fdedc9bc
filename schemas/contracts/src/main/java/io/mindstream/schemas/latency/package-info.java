/** How long a trial takes in each stage: the same stages and percentiles wherever they are told. */
@NullMarked
package io.mindstream.schemas.latency;

import org.jspecify.annotations.NullMarked;
