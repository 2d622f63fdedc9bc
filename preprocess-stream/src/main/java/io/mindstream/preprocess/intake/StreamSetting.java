package io.mindstream.preprocess.intake;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import java.time.InstantSource;

/**
 * What all tasks of the stream share.
 *
 * @param topics the catalogue
 * @param registry schemas of the topics
 * @param config the settings
 * @param clock the time of what is emitted
 * @param observer is told what is emitted
 * @param lost records of which no dead letter can be written
 */
public record StreamSetting(
    Topics topics,
    SchemaRegistry registry,
    PreprocessConfig config,
    InstantSource clock,
    StreamObserver observer,
    LostLetters lost) {}
