package io.mindstream.schemas.kafka;

/**
 * How large a record may be. Topic, producer, consumer and broker must agree, so all of them read
 * it here.
 *
 * <p>The largest record is a volume: 16 MiB of voxels and its other fields.
 */
public final class MessageLimits {

  /** Most voxel bytes of one volume: 16 MiB. */
  public static final int MAX_VOLUME_BYTES = 16 * 1024 * 1024;

  /**
   * Most bytes of one record, before compression: a volume, its other fields and the record's own
   * framing.
   */
  public static final int MAX_RECORD_BYTES = MAX_VOLUME_BYTES + 64 * 1024;

  /** Most bytes of one request: a dead letter holds a record whole and adds its own fields. */
  public static final int MAX_REQUEST_BYTES = MAX_RECORD_BYTES + 64 * 1024;

  private MessageLimits() {}
}
