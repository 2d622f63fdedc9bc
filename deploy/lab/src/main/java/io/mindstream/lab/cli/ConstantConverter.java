package io.mindstream.lab.cli;

import io.mindstream.lab.dataset.DatasetSplit;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants by their names in lower case; what is none of them is told with all that are. */
abstract class ConstantConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;
  private final String allowed;

  private ConstantConverter(Class<E> type, String allowed) {
    this.type = type;
    this.allowed = allowed;
  }

  @Override
  public E convert(String text) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "' is not " + allowed);
    }
  }

  /** god, bold5000, hcp or bids. */
  static final class Sources extends ConstantConverter<VectorSource> {
    Sources() {
      super(VectorSource.class, "god, bold5000, hcp or bids");
    }
  }

  /** test or train. */
  static final class Splits extends ConstantConverter<DatasetSplit> {
    Splits() {
      super(DatasetSplit.class, "test or train");
    }
  }
}
