package ai.adcio.catalog.sync;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.feed.JsonLines;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Batches of changes that not every engine has yet, one a line, on disk before any engine sees them. Used by one thread
 * at a time.
 */
final class ChangeJournal implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final FileChannel channel;
    private final Runnable boundary;
    private final List<Entry> entries = new ArrayList<>();

    /** One batch; later ones have greater numbers. */
    record Entry(long sequence, CatalogChanges changes) {}

    /** Opens the journal; what a crash left of a last line was acknowledged to nobody and is cut off. */
    ChangeJournal(Path file, Runnable boundary) {
        this.file = file;
        this.boundary = boundary;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            long end = 0;
            byte[] bytes = Files.readAllBytes(file);
            int line = 0;
            for (int start = 0; start < bytes.length; ) {
                int stop = start;
                while (stop < bytes.length && bytes[stop] != '\n') {
                    stop++;
                }
                if (stop == bytes.length) {
                    break;
                }
                line++;
                entries.add(read(line, new String(bytes, start, stop - start, StandardCharsets.UTF_8)));
                start = stop + 1;
                end = start;
            }
            channel.truncate(end);
            channel.position(end);
        } catch (IOException e) {
            throw new AdcioException("cannot open the journal " + file + ": " + e.getMessage(), e);
        }
    }

    private Entry read(int number, String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            List<Product> upserts = new ArrayList<>();
            for (JsonNode product : node.path("upserts")) {
                upserts.add(JsonLines.read(product.asText()));
            }
            List<String> deletions = new ArrayList<>();
            node.path("deletions").forEach(id -> deletions.add(id.asText()));
            return new Entry(node.path("sequence").asLong(), new CatalogChanges(upserts, deletions));
        } catch (JsonProcessingException e) {
            throw new AdcioException(
                    "line " + number + " of the journal " + file + " is damaged; load the whole catalogue anew", e);
        }
    }

    List<Entry> after(long sequence) {
        return entries.stream().filter(e -> e.sequence() > sequence).toList();
    }

    /** The number of the last batch kept, or 0. */
    long last() {
        return entries.isEmpty() ? 0 : entries.getLast().sequence();
    }

    /**
     * Puts a batch on disk.
     *
     * @throws AdcioException when a product has no form that could be read again, or the file cannot be written
     */
    void append(long sequence, CatalogChanges changes) {
        ObjectNode node = MAPPER.createObjectNode().put("sequence", sequence);
        ArrayNode upserts = node.putArray("upserts");
        for (Product product : changes.upserts()) {
            upserts.add(readable(product));
        }
        ArrayNode deletions = node.putArray("deletions");
        changes.deletions().forEach(deletions::add);
        ByteBuffer line = ByteBuffer.wrap((node + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long from = channel.position();
            boundary.run();
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(from);
                throw e;
            }
            boundary.run();
        } catch (IOException e) {
            throw new AdcioException("cannot write the journal " + file + ": " + e.getMessage(), e);
        }
        entries.add(new Entry(sequence, changes));
    }

    /** A record may hold what no feed does, such as an attribute whose name is blank: after a restart it stops everything. */
    private static String readable(Product product) {
        String line = JsonLines.write(product);
        try {
            JsonLines.read(line);
        } catch (AdcioException e) {
            throw new AdcioException("product " + product.id() + " cannot be kept: " + e.getMessage(), e);
        }
        return line;
    }

    /** Forgets everything, since every engine has it. */
    void clear() {
        if (entries.isEmpty()) {
            return;
        }
        try {
            boundary.run();
            channel.truncate(0);
            channel.force(true);
            boundary.run();
        } catch (IOException e) {
            throw new AdcioException("cannot empty the journal " + file + ": " + e.getMessage(), e);
        }
        entries.clear();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AdcioException("cannot close the journal " + file + ": " + e.getMessage(), e);
        }
    }
}
