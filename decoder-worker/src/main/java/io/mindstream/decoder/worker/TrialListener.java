package io.mindstream.decoder.worker;

import io.mindstream.schemas.avro.Preview;

/** Follows one trial while it is decoded. Called on the decoding thread. */
public interface TrialListener {

  /** Takes an intermediate picture. It must return soon and never throw. */
  void preview(Preview preview);

  /** True once nobody wants the pictures; asked after every denoising step. */
  boolean cancelled();
}
