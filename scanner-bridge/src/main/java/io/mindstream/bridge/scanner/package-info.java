/**
 * Runs whose DICOM objects a scanner sends by C-STORE, or writes into a folder. What is whole and
 * what is next is decided in {@link io.mindstream.imaging.dicom.series} and {@link
 * io.mindstream.bridge.push}; this package receives and joins.
 */
@NullMarked
package io.mindstream.bridge.scanner;

import org.jspecify.annotations.NullMarked;
