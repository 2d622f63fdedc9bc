package io.mindstream.lab.cli;

/** What vectors are made of: the public data sets, and recorded runs, by name. */
enum VectorSource {
  GOD,
  BOLD5000,
  HCP,
  BIDS
}
