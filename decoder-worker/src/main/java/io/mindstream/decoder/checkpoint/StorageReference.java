package io.mindstream.decoder.checkpoint;

/**
 * A tensor storage, or a part of one, as a pickle refers to it.
 *
 * @param key names the storage in the file
 * @param type of its elements
 * @param begin first element of the part
 * @param elements of the part
 */
record StorageReference(String key, ElementType type, long begin, long elements) {}
