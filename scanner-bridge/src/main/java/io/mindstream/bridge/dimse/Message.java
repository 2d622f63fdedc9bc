package io.mindstream.bridge.dimse;

import java.nio.ByteBuffer;

/**
 * A whole DIMSE message.
 *
 * @param context in which it came
 * @param command its command
 * @param dataSet its data set; empty where it has none
 * @param tooLarge true where the data set was longer than allowed, and is not kept
 */
record Message(AnsweredContext context, CommandSet command, ByteBuffer dataSet, boolean tooLarge) {}
