package io.mindstream.bridge.watch;

/**
 * A file as a look at its folder saw it.
 *
 * @param name without the folder
 * @param bytes its size
 * @param modifiedNanos when it was last written, in nanoseconds since 1970
 */
record FileSight(String name, long bytes, long modifiedNanos) {}
