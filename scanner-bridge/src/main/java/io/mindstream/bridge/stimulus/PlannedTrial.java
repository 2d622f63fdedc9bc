package io.mindstream.bridge.stimulus;

import io.mindstream.schemas.avro.StimulusEvent;
import java.util.Optional;

/**
 * What becomes of a posted event.
 *
 * @param event the record, published or to be published
 * @param id the client's name of it
 * @param known true where it was published before
 */
public record PlannedTrial(StimulusEvent event, Optional<String> id, boolean known) {}
