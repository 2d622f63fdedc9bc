/** Options that all commands share. */
@NullMarked
package io.mindstream.service.cli;

import org.jspecify.annotations.NullMarked;
