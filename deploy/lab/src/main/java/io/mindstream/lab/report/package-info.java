/** The pages that training and evaluation leave: HTML, with pictures beside it. */
@NullMarked
package io.mindstream.lab.report;

import org.jspecify.annotations.NullMarked;
