/**
 * The parts that Mindstream stands on, run here: a Kafka broker and an S3 server in this JVM, a
 * schema registry as a child process. Each keeps its data in a folder and survives a restart.
 */
@NullMarked
package io.mindstream.standalone.embedded;

import org.jspecify.annotations.NullMarked;
