/** One session played through the pipeline and counted: progress, end, summary. */
@NullMarked
package io.mindstream.standalone.demo;

import org.jspecify.annotations.NullMarked;
