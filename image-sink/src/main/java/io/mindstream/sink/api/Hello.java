package io.mindstream.sink.api;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Begins a stream.
 *
 * @param epoch names this process; numbers of another one mean nothing
 * @param reset true where what was shown before is to be forgotten: the present state follows
 * @param version of the software
 * @param kept how many trials are kept in memory
 */
@Serdeable
public record Hello(String epoch, boolean reset, String version, int kept) {}
