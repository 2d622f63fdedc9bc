package io.mindstream.decoder.array;

import io.mindstream.decoder.checkpoint.ElementType;
import java.nio.ByteBuffer;

/** Element types of {@code .npy} files that hold numbers. */
enum NpyType {
  B1(1) {
    @Override
    double read(ByteBuffer in) {
      return in.get() == 0 ? 0 : 1;
    }
  },
  U1(1) {
    @Override
    double read(ByteBuffer in) {
      return Byte.toUnsignedInt(in.get());
    }
  },
  U2(2) {
    @Override
    double read(ByteBuffer in) {
      return Short.toUnsignedInt(in.getShort());
    }
  },
  U4(4) {
    @Override
    double read(ByteBuffer in) {
      return Integer.toUnsignedLong(in.getInt());
    }
  },
  U8(8) {
    @Override
    double read(ByteBuffer in) {
      long bits = in.getLong();
      return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }
  },
  I1(1) {
    @Override
    double read(ByteBuffer in) {
      return in.get();
    }
  },
  I2(2) {
    @Override
    double read(ByteBuffer in) {
      return in.getShort();
    }
  },
  I4(4) {
    @Override
    double read(ByteBuffer in) {
      return in.getInt();
    }
  },
  I8(8) {
    @Override
    double read(ByteBuffer in) {
      return in.getLong();
    }
  },
  F2(2) {
    @Override
    double read(ByteBuffer in) {
      int at = in.position();
      in.position(at + 2);
      return ElementType.FLOAT16.toFloat(in, at);
    }
  },
  F4(4) {
    @Override
    double read(ByteBuffer in) {
      return in.getFloat();
    }
  },
  F8(8) {
    @Override
    double read(ByteBuffer in) {
      return in.getDouble();
    }
  };

  private final int bytes;

  NpyType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  abstract double read(ByteBuffer in);
}
