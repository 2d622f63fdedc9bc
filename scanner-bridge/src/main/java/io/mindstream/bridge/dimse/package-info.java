/**
 * Receives DICOM objects from the network: the upper layer protocol (DICOM PS3.8) and of DIMSE
 * (PS3.7) what a receiver of images needs, C-ECHO and C-STORE. What is received ends at an {@link
 * io.mindstream.bridge.dimse.ObjectSink}.
 */
@NullMarked
package io.mindstream.bridge.dimse;

import org.jspecify.annotations.NullMarked;
