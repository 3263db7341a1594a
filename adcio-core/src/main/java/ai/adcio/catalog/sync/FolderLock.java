package ai.adcio.catalog.sync;

import ai.adcio.AdcioException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a folder to one indexer, of this process or another; a process that dies lets go of it. Thread safe. */
final class FolderLock implements AutoCloseable {
    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes a folder, which is made when it is missing.
     *
     * @throws AdcioException when another indexer has it, or it cannot be written
     */
    static FolderLock take(Path folder) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                throw new AdcioException("another indexer works in " + folder + "; wait for it, or use another folder");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            AdcioException failure = new AdcioException("cannot work in " + folder + ": " + e.getMessage(), e);
            close(channel, failure);
            throw failure;
        } catch (AdcioException e) {
            close(channel, e);
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Lets go of the folder because of a failure, which hears of another one on the way. */
    void close(RuntimeException because) {
        close(file, because);
    }

    /** Lets go of the folder; that its file cannot be closed harms nobody. */
    @Override
    public void close() {
        close(file, null);
    }

    private static void close(@Nullable FileChannel channel, @Nullable RuntimeException because) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            if (because != null) {
                because.addSuppressed(e);
            }
        }
    }
}
