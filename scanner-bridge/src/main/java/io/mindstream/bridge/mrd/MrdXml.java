package io.mindstream.bridge.mrd;

import io.mindstream.bridge.push.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that a sender made: without document types, so that none can name files or grow. */
final class MrdXml {

  private MrdXml() {}

  /**
   * The root element.
   *
   * @param what it is, for the error
   * @throws WireException where it is no XML
   */
  static Element root(byte[] text, String what) throws IOException {
    try {
      Document document = builder().parse(new ByteArrayInputStream(text));
      return document.getDocumentElement();
    } catch (SAXException e) {
      throw new WireException("%s is no XML: %s".formatted(what, e.getMessage()));
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // Else each error goes to standard error.
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a feature that it has", e);
    }
  }

  /** Texts of the elements that a path of local names leads to, in order. */
  static List<String> texts(Element root, String... path) {
    List<Element> found = List.of(root);
    for (String name : path) {
      found = found.stream().flatMap(it -> children(it, name).stream()).toList();
    }
    return found.stream().map(it -> it.getTextContent().strip()).toList();
  }

  static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        children.add(element);
      }
    }
    return children;
  }
}
