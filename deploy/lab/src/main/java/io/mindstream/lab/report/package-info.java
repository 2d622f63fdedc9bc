/** What all pages that the decoder's work leaves have in common. */
@NullMarked
package io.mindstream.lab.report;

import org.jspecify.annotations.NullMarked;
