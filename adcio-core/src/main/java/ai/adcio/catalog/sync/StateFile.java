package ai.adcio.catalog.sync;

import ai.adcio.AdcioException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The state on disk: replaced as a whole, so that a crash leaves either the old or the new one. */
final class StateFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    /** Called before each step that a crash may fall on; does nothing outside of tests. */
    private final Runnable boundary;

    StateFile(Path file, Runnable boundary) {
        this.file = file;
        this.boundary = boundary;
    }

    SyncState read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return SyncState.NOTHING;
        } catch (IOException e) {
            throw new AdcioException("cannot read the checkpoint " + file + ": " + e.getMessage(), e);
        }
        SyncState state;
        try {
            state = MAPPER.readValue(bytes, SyncState.class);
        } catch (IOException e) {
            throw new AdcioException(
                    "the checkpoint " + file + " is no checkpoint; delete it to load everything anew", e);
        }
        if (state.format() != SyncState.FORMAT) {
            throw new AdcioException("the checkpoint " + file + " has format " + state.format()
                    + ", this version reads " + SyncState.FORMAT + "; delete it to load everything anew");
        }
        return state;
    }

    void write(SyncState state) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            boundary.run();
            ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(state));
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            boundary.run();
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            boundary.run();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the checkpoint has no JSON form", e);
        } catch (IOException e) {
            throw new AdcioException("cannot write the checkpoint " + file + ": " + e.getMessage(), e);
        }
    }
}
