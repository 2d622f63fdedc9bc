package io.mindstream.bridge.simulation;

/**
 * What one region sees of a picture.
 *
 * @param grid G: the region looks at G x G places; 1 where place does not matter
 * @param channels C: numbers a place
 * @param values (C, G, G), one after the other; the record owns the array
 */
@SuppressWarnings("ArrayRecordComponent") // A plain row of numbers inside this package.
record FeatureMap(int grid, int channels, float[] values) {}
