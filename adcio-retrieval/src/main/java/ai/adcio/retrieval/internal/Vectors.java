package ai.adcio.retrieval.internal;

import org.jspecify.annotations.Nullable;

/** Unit vectors, whose dot product is their cosine. */
public final class Vectors {
    private Vectors() {}

    /** The vector at length one, or null when it has no direction. */
    public static float @Nullable [] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        if (!(square > 0) || !Double.isFinite(square)) {
            return null;
        }
        float scale = (float) (1 / Math.sqrt(square));
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] * scale;
        }
        return unit;
    }
}
