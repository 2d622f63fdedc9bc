package io.mindstream.bridge.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The elements of a DIMSE message's command, group 0000, always in implicit VR little endian
 * (PS3.7, section 6.3.1).
 *
 * @param elements values by element number; the record owns them
 */
record CommandSet(Map<Integer, byte[]> elements) {

  static final int SOP_CLASS = 0x0002;
  static final int COMMAND_FIELD = 0x0100;
  static final int MESSAGE_ID = 0x0110;
  static final int RESPONDED_MESSAGE_ID = 0x0120;
  static final int PRIORITY = 0x0700;
  static final int DATA_SET_TYPE = 0x0800;
  static final int STATUS = 0x0900;
  static final int ERROR_COMMENT = 0x0902;
  static final int SOP_INSTANCE = 0x1000;

  static final int C_STORE = 0x0001;
  static final int C_ECHO = 0x0030;
  static final int C_CANCEL = 0x0FFF;
  static final int RESPONSE = 0x8000;
  static final int NO_DATA_SET = 0x0101;
  static final int WITH_DATA_SET = 0x0000;

  private static final int GROUP_LENGTH = 0x0000;
  private static final int ELEMENT_HEADER = 8;

  CommandSet {
    elements = new TreeMap<>(elements);
  }

  static CommandSet read(ByteBuffer view) throws DimseException {
    ByteBuffer bytes = view.order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, byte[]> elements = new TreeMap<>();
    while (bytes.hasRemaining()) {
      require(bytes.remaining() >= ELEMENT_HEADER, "a command ends within an element");
      int group = Short.toUnsignedInt(bytes.getShort());
      int element = Short.toUnsignedInt(bytes.getShort());
      long length = Integer.toUnsignedLong(bytes.getInt());
      require(group == 0, "a command has an element of another group than 0000");
      require(length <= bytes.remaining(), "a command's element is longer than the command");
      byte[] value = new byte[(int) length];
      bytes.get(value);
      elements.put(element, value);
    }
    return new CommandSet(elements);
  }

  private static void require(boolean met, String otherwise) throws DimseException {
    if (!met) {
      throw new DimseException(AbortReason.INVALID_PARAMETER, otherwise);
    }
  }

  /** A number of two bytes. */
  int number(int element) throws DimseException {
    byte[] value = elements.get(element);
    require(
        value != null && value.length == Short.BYTES,
        "a command lacks its element (0000,%04X)".formatted(element));
    return Short.toUnsignedInt(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getShort());
  }

  /** A text without its padding; empty where the element lacks. */
  String text(int element) {
    byte[] value = elements.getOrDefault(element, new byte[0]);
    return new String(value, StandardCharsets.US_ASCII).replace('\0', ' ').strip();
  }

  boolean hasDataSet() throws DimseException {
    return number(DATA_SET_TYPE) != NO_DATA_SET;
  }

  /** C-ECHO-RQ. */
  static CommandSet echo() {
    Map<Integer, byte[]> request = new TreeMap<>();
    request.put(SOP_CLASS, new LittleBytes().even(Uid.VERIFICATION, '\0').toArray());
    request.put(COMMAND_FIELD, bytes(C_ECHO));
    request.put(MESSAGE_ID, bytes(1));
    request.put(DATA_SET_TYPE, bytes(NO_DATA_SET));
    return new CommandSet(request);
  }

  /** C-STORE-RQ of medium priority, which a data set follows. */
  static CommandSet store(int messageId, String sopClass, String sopInstance) {
    Map<Integer, byte[]> request = new TreeMap<>();
    request.put(SOP_CLASS, new LittleBytes().even(sopClass, '\0').toArray());
    request.put(COMMAND_FIELD, bytes(C_STORE));
    request.put(MESSAGE_ID, bytes(messageId));
    request.put(PRIORITY, bytes(0));
    request.put(DATA_SET_TYPE, bytes(WITH_DATA_SET));
    request.put(SOP_INSTANCE, new LittleBytes().even(sopInstance, '\0').toArray());
    return new CommandSet(request);
  }

  /** The response to this request, without a data set. */
  CommandSet response(int status, String comment) throws DimseException {
    Map<Integer, byte[]> response = new TreeMap<>();
    copy(SOP_CLASS, response);
    response.put(COMMAND_FIELD, bytes(number(COMMAND_FIELD) | RESPONSE));
    response.put(RESPONDED_MESSAGE_ID, bytes(number(MESSAGE_ID)));
    response.put(DATA_SET_TYPE, bytes(NO_DATA_SET));
    response.put(STATUS, bytes(status));
    if (!comment.isEmpty()) {
      response.put(ERROR_COMMENT, new LittleBytes().even(comment, ' ').toArray());
    }
    copy(SOP_INSTANCE, response);
    return new CommandSet(response);
  }

  private void copy(int element, Map<Integer, byte[]> into) {
    byte[] value = elements.get(element);
    if (value != null) {
      into.put(element, value);
    }
  }

  /** As it goes over the wire, with its group length. */
  byte[] encoded() {
    LittleBytes body = new LittleBytes();
    elements.forEach((element, value) -> write(element, value, body));
    byte[] bytes = body.toArray();
    LittleBytes all = new LittleBytes();
    write(GROUP_LENGTH, new LittleBytes().u32(bytes.length).toArray(), all);
    return all.all(bytes).toArray();
  }

  private static void write(int element, byte[] value, LittleBytes into) {
    into.u16(0).u16(element).u32(value.length).all(value);
  }

  private static byte[] bytes(int number) {
    return new LittleBytes().u16(number).toArray();
  }
}
