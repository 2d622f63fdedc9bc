package io.mindstream.decoder.decoding;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a model's network is run.
 *
 * @param precision of the arithmetic
 * @param threads CPU threads; 0 for one a core, or one where the network is small
 * @param cacheDir where prepared networks are kept between starts; null for the usual place
 */
public record NetworkSettings(Precision precision, int threads, @Nullable Path cacheDir) {}
