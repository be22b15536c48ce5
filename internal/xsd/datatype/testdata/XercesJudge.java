import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

/**
 * Judges simple types and texts for the tests of package datatype.
 *
 * <p>Input, one question a line, tab-separated: "T" and a simpleType element makes a type; "V" and
 * XML-escaped text asks about a text of the type made last. Output, one answer a line: "valid", or
 * "invalid" with a tab and the first message.
 */
public final class XercesJudge {
  private static final String HEAD =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:p='urn:p'>"
          + "<xs:notation name='jpeg' public='jpeg'/><xs:element name='e'>";
  private static final String TAIL = "</xs:element></xs:schema>";

  private final SchemaFactory factory =
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
  private Validator current;

  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    XercesJudge judge = new XercesJudge();
    for (String line; (line = in.readLine()) != null; ) {
      out.println(judge.answer(line));
    }
    out.flush();
  }

  private String answer(String line) {
    String text = line.substring(2);
    try {
      if (line.charAt(0) == 'T') {
        current = null;
        Schema schema = factory.newSchema(source(HEAD + text + TAIL));
        current = schema.newValidator();
      } else if (current == null) {
        return "invalid\tthere is no type";
      } else {
        current.validate(source("<e xmlns:p='urn:p'>" + text + "</e>"));
      }
      return "valid";
    } catch (Exception e) {
      return "invalid\t" + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
  }

  private static StreamSource source(String text) {
    return new StreamSource(new StringReader(text));
  }
}
