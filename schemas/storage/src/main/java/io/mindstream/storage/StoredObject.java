package io.mindstream.storage;

/**
 * An object in the store.
 *
 * @param key its key
 * @param bytes its size
 * @param tag changes when its content does (S3's ETag)
 */
public record StoredObject(String key, long bytes, String tag) {}
