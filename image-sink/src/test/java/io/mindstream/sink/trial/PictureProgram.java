package io.mindstream.sink.trial;

import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.sink.Boards;
import io.mindstream.sink.Records;
import io.mindstream.sink.dashboard.Board;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Base64;

/** A program of its own that checks a picture and draws a slice, as the sink does. */
public final class PictureProgram {

  private PictureProgram() {}

  /** The argument is a PNG of 4 x 4 pixels in base 64. */
  public static void main(String[] args) {
    Png.check(Base64.getDecoder().decode(args[0]), 4, 4);
    Board board = Boards.of(1, InstantSource.system());
    board.run(Records.run(RunState.STARTED));
    board.volume(Records.volume(0));
    board.image(Records.image(0, 0, ByteBuffer.wrap(Base64.getDecoder().decode(args[0]))));
    System.out.println(
        board.slices().of(Records.RUN).isPresent()
            && board.trials().picture(new TrialKey(Records.RUN, 0), 1, "sample-0").isPresent());
  }
}
