package io.mindstream.bridge.cli;

import io.mindstream.schemas.fmri.VolumeShape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --volume-shape}. */
final class ShapeConverter implements ITypeConverter<VolumeShape> {
  @Override
  public VolumeShape convert(String value) {
    try {
      return VolumeShape.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
