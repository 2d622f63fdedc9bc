/** The settings of the preprocess stream. */
@NullMarked
package io.mindstream.preprocess.config;

import org.jspecify.annotations.NullMarked;
