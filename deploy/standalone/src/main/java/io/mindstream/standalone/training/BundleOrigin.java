package io.mindstream.standalone.training;

import io.mindstream.decoder.bundle.BundleDescription;

/** What a bundle says of its making, and what follows from it. */
public final class BundleOrigin {

  private static final String HERE = "trained by mindstream train on ";

  private BundleOrigin() {}

  /** The source of a bundle that is trained here. */
  static String trainedOn(String data) {
    return HERE + data;
  }

  /**
   * Whether the bundle learned from vectors with running normalisation, as every bundle that is
   * trained here; the pipeline must then make them in the same way.
   */
  public static boolean wantsRunningNormalisation(BundleDescription bundle) {
    return bundle.source().startsWith(HERE);
  }
}
