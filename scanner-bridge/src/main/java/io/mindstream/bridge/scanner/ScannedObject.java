package io.mindstream.bridge.scanner;

import io.mindstream.imaging.dicom.DicomObject;
import java.time.Instant;

/**
 * A DICOM object that is there whole.
 *
 * @param object its bytes lie in memory, or in a file that must stay
 * @param receivedAt when its last byte was there
 */
record ScannedObject(DicomObject object, Instant receivedAt) {}
