/** Images over TCP in the messages of MRD (ISMRMRD), as Gadgetron's clients send them. */
@NullMarked
package io.mindstream.bridge.mrd;

import org.jspecify.annotations.NullMarked;
