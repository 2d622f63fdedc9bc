/** The runs that were announced lately, for whoever is asked about one of them. */
@NullMarked
package io.mindstream.service.run;

import org.jspecify.annotations.NullMarked;
