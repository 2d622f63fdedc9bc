/** Folders and files as they lie on people's disks. */
@NullMarked
package io.mindstream.imaging.file;

import org.jspecify.annotations.NullMarked;
