package io.mindstream.preprocess.signal;

/**
 * How the response to single trials is modelled.
 *
 * @param hrf haemodynamic response function
 * @param noise of neighbouring volumes
 * @param score unit of a trial's own response
 * @param standard whether it is told against those before it
 * @param repeats whether those to the same stimulus are averaged
 */
public record TrialModel(
    Hrf hrf, NoiseModel noise, TrialScore score, Standard standard, Repeats repeats)
    implements SignalModel {

  /** True where a response depends on those to other trials. */
  boolean compares() {
    return standard == Standard.RUNNING || repeats == Repeats.MEAN;
  }
}
