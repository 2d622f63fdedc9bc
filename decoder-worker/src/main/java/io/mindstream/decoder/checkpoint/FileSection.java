package io.mindstream.decoder.checkpoint;

/**
 * A stretch of a file.
 *
 * @param offset first byte
 * @param size in bytes
 * @param crc32 checksum of the bytes, 0 where none was recorded
 */
record FileSection(long offset, long size, long crc32) {}
