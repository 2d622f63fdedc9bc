/** Scanner feeds to topics. */
@NullMarked
package io.mindstream.bridge;

import org.jspecify.annotations.NullMarked;
