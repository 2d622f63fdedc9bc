/**
 * Sockets of feeds that wait for a scanner to connect: one thread a connection, a limit of them;
 * and what is said of those who do.
 */
@NullMarked
package io.mindstream.bridge.net;

import org.jspecify.annotations.NullMarked;
