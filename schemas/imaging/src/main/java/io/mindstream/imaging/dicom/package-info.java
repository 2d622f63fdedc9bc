/**
 * DICOM data sets (PS3.5, PS3.10): only what a volume needs is read, and nothing that identifies a
 * person. Pixel data stay where they are until they are asked for.
 */
@NullMarked
package io.mindstream.imaging.dicom;

import org.jspecify.annotations.NullMarked;
