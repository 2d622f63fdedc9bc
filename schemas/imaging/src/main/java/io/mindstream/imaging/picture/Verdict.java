package io.mindstream.imaging.picture;

/**
 * What the fixed classifier takes a trial's decoded pictures for.
 *
 * @param identified name of the class with the highest mean score over the samples
 * @param right whether that is what was shown
 */
public record Verdict(String identified, boolean right) {}
