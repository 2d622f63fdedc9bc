/**
 * What is done with each header, volume, event and ROI as it arrives, and with time as it passes.
 * Knows no Kafka: records come in and go out as bytes.
 */
@NullMarked
package io.mindstream.preprocess.intake;

import org.jspecify.annotations.NullMarked;
