package io.mindstream.preprocess.signal;

/** What a vector is made of, once the nuisance is known. */
public sealed interface SignalModel permits WindowModel, TrialModel {}
