package io.mindstream.decoder.checkpoint;

/** Python's None. */
enum PickleNone {
  NONE
}
