package io.mindstream.preprocess.signal;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mean response to a stimulus that is shown more than once. Of each trial the newest revision
 * counts. The mean does not depend on the order in which responses came.
 */
public final class RepeatedTrials {

  private final Map<String, TreeMap<Integer, float[]>> responses = new HashMap<>();

  /**
   * Counts a trial's response, instead of an earlier revision of it.
   *
   * @param stimulusId what was shown
   * @param trialId index of the trial in the run
   * @param response (V), kept and not changed
   */
  public void put(String stimulusId, int trialId, float[] response) {
    responses.computeIfAbsent(stimulusId, id -> new TreeMap<>()).put(trialId, response);
  }

  /** How many trials of a stimulus have a response. */
  public int repeats(String stimulusId) {
    return responses.getOrDefault(stimulusId, new TreeMap<>()).size();
  }

  /**
   * (V) mean over the trials of a stimulus, as a new array.
   *
   * @throws IllegalStateException where none has a response
   */
  public float[] mean(String stimulusId) {
    TreeMap<Integer, float[]> trials = responses.get(stimulusId);
    if (trials == null) {
      throw new IllegalStateException("no trial of stimulus " + stimulusId + " has a response");
    }
    float[] mean = new float[trials.firstEntry().getValue().length];
    for (int v = 0; v < mean.length; v++) {
      double sum = 0;
      for (float[] response : trials.values()) {
        sum += response[v];
      }
      mean[v] = (float) (sum / trials.size());
    }
    return mean;
  }
}
