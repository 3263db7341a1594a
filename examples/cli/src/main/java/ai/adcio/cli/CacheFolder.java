package ai.adcio.cli;

import java.nio.file.Path;

/** The user's own cache folder, by the conventions of the system. */
final class CacheFolder {
    private CacheFolder() {}

    static Path standard() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "adcio");
        }
        String local = System.getenv("LOCALAPPDATA");
        if (local != null && !local.isBlank()) {
            return Path.of(local, "adcio", "cache");
        }
        return Path.of(System.getProperty("user.home", "."), ".cache", "adcio");
    }
}
