package io.mindstream.decoder.checkpoint;

import java.util.List;

/** Says what a pickle's references and calls stand for. */
interface PickleResolver {

  /**
   * What a persistent id refers to.
   *
   * @throws CheckpointException where it is not understood
   */
  Object persistent(Object id);

  /**
   * What a call would return. Must not depend on anything but the arguments; calls that are not
   * understood become a {@link PickleObject}.
   */
  Object call(PickleGlobal function, List<Object> arguments);
}
