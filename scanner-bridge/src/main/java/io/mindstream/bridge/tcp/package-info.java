/**
 * Volumes over TCP, each after a header of fixed layout, as MURFI and Siemens senders know them.
 */
@NullMarked
package io.mindstream.bridge.tcp;

import org.jspecify.annotations.NullMarked;
