/** HTTP for stimulus computers: runs, their events, triggers and clocks. */
@NullMarked
package io.mindstream.bridge.web;

import org.jspecify.annotations.NullMarked;
