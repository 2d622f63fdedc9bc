/** Rigid bodies: how a head moved between two volumes, and a region's voxels where it went. */
@NullMarked
package io.mindstream.imaging.registration;

import org.jspecify.annotations.NullMarked;
