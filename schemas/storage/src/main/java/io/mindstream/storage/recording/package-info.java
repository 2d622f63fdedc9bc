/**
 * A run as it went over the topics, kept in object storage: parts in Avro's container format and an
 * index. Written by the recorder, read by whoever plays or exports a run.
 */
@NullMarked
package io.mindstream.storage.recording;

import org.jspecify.annotations.NullMarked;
