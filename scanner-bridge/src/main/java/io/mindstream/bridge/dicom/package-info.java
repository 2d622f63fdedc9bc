/**
 * Folders of DICOM files as a whole: read, described and written as the bridge would publish them.
 */
@NullMarked
package io.mindstream.bridge.dicom;

import org.jspecify.annotations.NullMarked;
