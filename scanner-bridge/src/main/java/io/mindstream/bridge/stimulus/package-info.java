/**
 * Events that a stimulus computer tells by itself: their trials, and its clock against the
 * scanner's. Pure: no server, no Kafka.
 */
@NullMarked
package io.mindstream.bridge.stimulus;

import org.jspecify.annotations.NullMarked;
