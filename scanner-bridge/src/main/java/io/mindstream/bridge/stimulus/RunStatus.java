package io.mindstream.bridge.stimulus;

import io.mindstream.schemas.avro.RunHeader;
import java.util.OptionalDouble;

/**
 * A run as it is now.
 *
 * @param header its newest header
 * @param events trials so far
 * @param volumes volumes so far; 0 where none was seen since this process started
 * @param triggers told by the stimulus computer
 * @param clock the stimulus computer's
 * @param shortestDelaySeconds from the beginning of a volume's acquisition, by the scanner's clock,
 *     until it was received, by ours: what is more or less than a TR and the export's time is the
 *     clocks' difference
 */
public record RunStatus(
    RunHeader header,
    int events,
    int volumes,
    TriggerTimes triggers,
    StimulusClock clock,
    OptionalDouble shortestDelaySeconds) {}
