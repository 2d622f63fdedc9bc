/**
 * The other end of a scanner feed: plays a session as a scanner's console does, by DICOM files, by
 * C-STORE, or as volumes over TCP, so that a lab can rehearse without a scanner.
 */
@NullMarked
package io.mindstream.bridge.console;

import org.jspecify.annotations.NullMarked;
