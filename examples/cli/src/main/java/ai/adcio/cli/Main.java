package ai.adcio.cli;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    /**
     * Prints the version.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.out.println("adcio 0.1.0-SNAPSHOT");
    }
}
