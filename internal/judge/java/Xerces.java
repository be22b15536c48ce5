import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Xerces answers one line per line of standard input. Fields are separated by
 * tabs; a backslash escapes tab, line feed, carriage return and itself.
 *
 * <pre>
 * allow DIR                    ok             schema documents may be read below DIR
 * compile NAME FILE...         ok | no MSG... compile FILE... as one schema called NAME
 * file NAME FILE               ok | no MSG... validate the document in FILE
 * bytes NAME BASE64            ok | no MSG... validate the document itself
 * forget NAME                  ok             the schema is not asked for any more
 * </pre>
 *
 * A request that cannot be carried out is answered by "trouble MSG".
 */
public final class Xerces {
    private static final int MAX_MESSAGES = 100;

    private final List<String> allowed = new ArrayList<>();
    private final Map<String, Schema> schemas = new HashMap<>();

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Xerces xerces = new Xerces();
        out.println("ready");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(xerces.answer(line));
            out.flush();
        }
    }

    private String answer(String line) {
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = unescape(fields[i]);
        }
        try {
            switch (fields[0]) {
                case "allow":
                    allowed.add(new File(fields[1]).getCanonicalPath() + File.separator);
                    return "ok";
                case "compile":
                    return compile(fields[1], Arrays.copyOfRange(fields, 2, fields.length));
                case "file":
                    return validate(fields[1], new StreamSource(new File(fields[2])));
                case "bytes":
                    byte[] data = Base64.getDecoder().decode(fields[2]);
                    return validate(fields[1], new StreamSource(new ByteArrayInputStream(data)));
                case "forget":
                    schemas.remove(fields[1]);
                    return "ok";
                default:
                    return "trouble\tunknown command " + escape(fields[0]);
            }
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return "trouble\t" + escape(e.toString());
        }
    }

    private String compile(String name, String[] files) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Collector collector = new Collector(true);
        factory.setErrorHandler(collector);
        factory.setResourceResolver(new Fence(collector));
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
        Source[] sources = new Source[files.length];
        for (int i = 0; i < files.length; i++) {
            sources[i] = new StreamSource(new File(files[i]));
        }
        try {
            Schema schema = factory.newSchema(sources);
            if (collector.messages.isEmpty()) {
                schemas.put(name, schema);
            }
        } catch (SAXException | Refused e) {
            collector.addUnlessReported(e);
        }
        return collector.answer();
    }

    private String validate(String name, Source document) throws IOException, SAXException {
        Schema schema = schemas.get(name);
        if (schema == null) {
            return "trouble\tno schema " + escape(name);
        }
        Validator validator = schema.newValidator();
        Collector collector = new Collector(false);
        validator.setErrorHandler(collector);
        validator.setResourceResolver(new Fence(collector));
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            validator.validate(document);
        } catch (java.util.MissingResourceException e) {
            collector.addUnlessReported(e); // it has no words for what is wrong
        } catch (SAXException | Refused e) {
            collector.addUnlessReported(e);
        }
        return collector.answer();
    }

    /** Fence refuses every resource that is not a file below an allowed folder. */
    private final class Fence implements LSResourceResolver {
        private final Collector collector;

        Fence(Collector collector) {
            this.collector = collector;
        }

        @Override
        public LSInput resolveResource(
                String type, String namespace, String publicId, String systemId, String base) {
            if (systemId == null) {
                return null;
            }
            try {
                java.net.URI uri =
                        base == null
                                ? new java.net.URI(systemId)
                                : new java.net.URI(base).resolve(systemId);
                if ("file".equals(uri.getScheme())) {
                    String path = new File(uri.getPath()).getCanonicalPath();
                    for (String folder : allowed) {
                        if (path.startsWith(folder)) {
                            return null; // the default: read it
                        }
                    }
                }
            } catch (java.net.URISyntaxException | IOException | IllegalArgumentException e) {
                // Not a name of a file, so refused below.
            }
            collector.add("refused to read " + systemId);
            throw new Refused(systemId);
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String systemId) {
            super("refused to read " + systemId);
        }
    }

    /** Collector keeps the messages of one compilation or validation. */
    private static final class Collector implements ErrorHandler {
        final List<String> messages = new ArrayList<>();
        private final boolean strict;

        /** In a schema a warning tells of an import that was not read. */
        Collector(boolean strict) {
            this.strict = strict;
        }

        void add(String message) {
            if (messages.size() < MAX_MESSAGES) {
                messages.add(message);
            }
        }

        void addUnlessReported(Exception e) {
            if (messages.isEmpty()) {
                add(e.toString());
            }
        }

        private void add(SAXParseException e) {
            String name = e.getSystemId();
            String file = name == null ? "" : name.substring(name.lastIndexOf('/') + 1) + ":";
            add(file + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
        }

        @Override
        public void warning(SAXParseException e) {
            if (strict) {
                add(e);
            }
        }

        @Override
        public void error(SAXParseException e) {
            add(e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            add(e);
        }

        String answer() {
            if (messages.isEmpty()) {
                return "ok";
            }
            StringBuilder b = new StringBuilder("no");
            for (String message : messages) {
                b.append('\t').append(escape(message));
            }
            return b.toString();
        }
    }

    private static String escape(String s) {
        return s.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String s) {
        StringBuilder b = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '\\' || i + 1 == s.length()) {
                b.append(c);
                continue;
            }
            char next = s.charAt(++i);
            b.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return b.toString();
    }
}
