package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The catalogue versions that the tables can answer for. Thread safe. */
final class CatalogVersions {
    private final TreeMap<Long, Integer> sizes = new TreeMap<>();
    private final List<Long> unserved = new ArrayList<>();
    private boolean released;
    private boolean fixed;
    private boolean adopted;

    /** The tables hold this one version and never another. */
    synchronized void fix(long version, int products) {
        sizes.put(version, products);
        fixed = true;
    }

    /** A catalogue takes the fixed version for its own. */
    synchronized void adopt(CatalogSnapshot snapshot) {
        if (adopted) {
            throw new AdcioException("the product database is open read-only; build the index again to change it");
        }
        int products = sizes.firstEntry().getValue();
        if (snapshot.records().size() != products) {
            throw new AdcioException("the product database has " + products + " products and the catalogue "
                    + snapshot.records().size() + "; build the index again");
        }
        adopted = true;
    }

    synchronized void add(long version, int products) {
        sizes.put(version, products);
    }

    /**
     * Notes that nobody holds the version. The newest is only let go of before the others when it never came to be
     * served. The last one stays, so that there is something to answer from.
     */
    synchronized void release(long version) {
        if (sizes.size() < 2 || !sizes.containsKey(version)) {
            return;
        }
        if (sizes.lastKey() == version) {
            unserved.add(version);
        } else {
            released = true;
        }
        sizes.remove(version);
    }

    /** The versions whose rows must be taken back, each told once. */
    synchronized List<Long> takeUnserved() {
        List<Long> taken = List.copyOf(unserved);
        unserved.clear();
        return taken;
    }

    /** Whether versions went since the last call. */
    synchronized boolean takeReleased() {
        boolean taken = released;
        released = false;
        return taken;
    }

    /** The version that a request for this one is answered from: itself, or the newest when it is not held. */
    synchronized long visibleTo(long version) {
        return !fixed && sizes.containsKey(version) ? version : sizes.lastKey();
    }

    synchronized long newest() {
        return sizes.lastKey();
    }

    synchronized int newestSize() {
        return sizes.lastEntry().getValue();
    }

    synchronized List<Long> living() {
        return List.copyOf(sizes.keySet());
    }
}
