package ai.adcio.retrieval.internal;

/** Which hosts are this machine itself, so that nobody between could listen. */
public final class ThisMachine {
    private ThisMachine() {}

    /**
     * Whether it is.
     *
     * @param host as it stands in an address, an IPv6 one with or without its brackets
     */
    public static boolean is(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
