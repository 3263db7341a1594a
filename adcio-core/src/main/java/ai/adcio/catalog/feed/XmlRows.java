package ai.adcio.catalog.feed;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The items of an RSS feed or the entries of an Atom feed. A document type is refused: entities of a feed's own could
 * reach files and addresses, or grow without end. Not thread safe.
 */
final class XmlRows implements RowSource {
    private static final String GOOGLE = "http://base.google.com/ns/1.0";
    private static final int DEEPEST = 64;
    private static final int LONGEST_VALUE = 16 << 20;

    private final XMLStreamReader xml;
    private final FeedTally tally;
    private final String item;
    private long number;

    /** @param marked whether the bytes are UTF-8 whatever the XML declaration says */
    XmlRows(InputStream in, boolean marked, FeedTally tally) throws IOException {
        this.tally = tally;
        try {
            this.xml = marked
                    ? factory().createXMLStreamReader(in, "UTF-8")
                    : factory().createXMLStreamReader(in);
            int event = step();
            while (event != XMLStreamConstants.START_ELEMENT) {
                event = step();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        String root = xml.getLocalName();
        this.item = switch (root) {
            case "rss" -> "item";
            case "feed" -> "entry";
            default ->
                throw new BrokenFeed("is XML whose root is <" + RowProblem.shown(root)
                        + ">; expected is a Merchant Center feed, <rss> with items or <feed> with entries");
        };
    }

    // The JDK's own and not whatever parser stands on the path, as these settings are known to hold there.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    @Override
    public @Nullable Row next() throws IOException, RowProblem {
        try {
            while (xml.hasNext()) {
                if (step() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(item)) {
                    number++;
                    return new Row(number, cells());
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    @Override
    public long number() {
        return number;
    }

    private List<Cell> cells() throws XMLStreamException, BrokenFeed, RowProblem {
        List<Cell> google = new ArrayList<>();
        // Fields of RSS and Atom themselves stand behind Google's of the same name.
        List<Cell> plain = new ArrayList<>();
        RowProblem problem = null;
        for (int event = step(); event != XMLStreamConstants.END_ELEMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                try {
                    cell(GOOGLE.equals(xml.getNamespaceURI()) ? google : plain);
                } catch (RowProblem e) {
                    problem = e;
                }
            }
        }
        if (problem != null) {
            throw problem;
        }
        google.addAll(plain);
        return google;
    }

    private void cell(List<Cell> cells) throws XMLStreamException, BrokenFeed, RowProblem {
        String name = xml.getLocalName();
        String prefix = xml.getPrefix();
        String shown = prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
        String field = field(name);
        String value;
        if (MerchantFields.DETAIL.equals(field)) {
            value = detail();
        } else {
            String address = xml.getAttributeValue(null, "href");
            String relation = xml.getAttributeValue(null, "rel");
            String text = text(shown);
            if (address == null) {
                value = text;
            } else {
                value = relation == null || relation.equals("alternate") ? address : "";
            }
        }
        if (value.isBlank()) {
            return;
        }
        if (field == null) {
            tally.ignore(shown, number);
        } else {
            cells.add(new Cell(field, WellFormed.text(value.strip())));
        }
    }

    private static @Nullable String field(String name) {
        return switch (name) {
            case "summary", "content" -> MerchantFields.DESCRIPTION;
            default -> MerchantFields.NAMES.read(name);
        };
    }

    /** The parts of a product detail in the form that text feeds have. */
    private String detail() throws XMLStreamException, BrokenFeed, RowProblem {
        String section = "";
        String name = "";
        String value = "";
        for (int event = step(); event != XMLStreamConstants.END_ELEMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String part = xml.getLocalName();
                String text = text(part);
                switch (part) {
                    case "section_name" -> section = text;
                    case "attribute_name" -> name = text;
                    case "attribute_value" -> value = text;
                    default -> tally.ignore(MerchantFields.DETAIL + "." + part, number);
                }
            }
        }
        return ProductDetail.write(section, name, value);
    }

    /** All text inside the current element, which is read to its end. */
    private String text(String shown) throws XMLStreamException, BrokenFeed, RowProblem {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int depth = 1;
        while (depth > 0) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw new BrokenFeed("nests elements more than " + DEEPEST + " deep in item " + number);
                    }
                    text.append(' ');
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + xml.getTextLength() > LONGEST_VALUE) {
                        tooLong = true;
                    } else {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {}
            }
        }
        if (tooLong) {
            throw new RowProblem(shown, "", "is longer than 16 Mi characters; shorten it");
        }
        return text.toString();
    }

    private int step() throws XMLStreamException, BrokenFeed {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw new BrokenFeed("holds a DOCTYPE, which is refused as its entities can reach files; remove it");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new BrokenFeed("refers to the entity &" + RowProblem.shown(xml.getLocalName()) + "; in item " + number
                    + ", which XML does not know; write the character itself");
        }
        return event;
    }

    private IOException broken(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharConversionException)) {
            return cause;
        }
        String message = String.valueOf(e.getMessage());
        int own = message.lastIndexOf("Message: ");
        String where =
                e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNumber();
        return new BrokenFeed(
                "is malformed XML" + where + " (item " + number + "): "
                        + RowProblem.line(own < 0 ? message : message.substring(own + "Message: ".length())),
                e);
    }
}
