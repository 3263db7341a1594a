package ai.adcio.cli;

import ai.adcio.AdcioException;
import java.nio.file.Path;

final class IndexedShop {
    private IndexedShop() {}

    static Shop open(Path folder, ShopSettings settings) {
        throw new AdcioException("--index " + folder + " is not read yet " + settings.vector());
    }
}
