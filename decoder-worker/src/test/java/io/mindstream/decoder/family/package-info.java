/** Families of models beside MinD-Vis, as another one would be added: a package and a line. */
@NullMarked
package io.mindstream.decoder.family;

import org.jspecify.annotations.NullMarked;
