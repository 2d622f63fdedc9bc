/**
 * What a MinD-Vis network is made of: its sizes, the tensors that follow from them, and the way
 * back from tensors to sizes. No engine, no files.
 */
@NullMarked
package io.mindstream.decoder.model;

import org.jspecify.annotations.NullMarked;
