package ai.adcio.catalog;

/** What the values of a field are. */
public enum FieldKind {
    /** Values from a set that repeats, such as brands and colours. */
    KEYWORD,
    /** Free text, nearly always different. */
    TEXT,
    /** Numbers, with a unit or without. */
    NUMBER,
    /** Amounts of money. */
    MONEY,
    /** True and false, or yes and no in the catalogue's language. */
    FLAG
}
