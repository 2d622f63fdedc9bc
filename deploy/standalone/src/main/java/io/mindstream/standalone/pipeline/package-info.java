/** The whole pipeline in this JVM: what it stands on, and the four services, in order. */
@NullMarked
package io.mindstream.standalone.pipeline;

import org.jspecify.annotations.NullMarked;
