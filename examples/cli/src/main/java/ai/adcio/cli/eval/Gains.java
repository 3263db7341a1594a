package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What each grade is worth in nDCG: the grade itself, unless a table says otherwise.
 *
 * @param byGrade the gain of grade 0, 1, ...; empty when a grade is its own gain
 */
record Gains(List<Double> byGrade) {
    static final Gains GRADES = new Gains(List.of());

    /** Copies the table. */
    Gains {
        byGrade = List.copyOf(byGrade);
    }

    /** Reads a table from the command line. */
    static final class Reader implements ITypeConverter<Gains> {
        @Override
        public Gains convert(String text) {
            return parse(text);
        }
    }

    /**
     * Reads a table such as {@code 0,0.01,0.1,1}.
     *
     * @throws TypeConversionException naming what is no number
     */
    static Gains parse(String text) {
        List<Double> gains = new ArrayList<>();
        for (String part : text.split(",")) {
            try {
                double gain = Double.parseDouble(part.strip());
                if (!(gain >= 0 && gain < Double.POSITIVE_INFINITY)) {
                    throw new NumberFormatException("negative or endless");
                }
                gains.add(gain);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("\"" + part
                        + "\" is no gain; write a number, 0 or more, for each grade from 0, as in 0,0.01,0.1,1");
            }
        }
        return new Gains(gains);
    }

    /**
     * Says no when a judgement has a grade that the table does not reach.
     *
     * @throws AdcioException naming the grade
     */
    void check(JudgedQueries judged) {
        if (byGrade.isEmpty()) {
            return;
        }
        for (Map<String, Integer> grades : judged.grades().values()) {
            for (int grade : grades.values()) {
                if (grade >= byGrade.size()) {
                    throw new AdcioException("grade " + grade + " has no gain, as --gains ends at grade "
                            + (byGrade.size() - 1) + "; give one for each grade from 0");
                }
            }
        }
    }

    /** The gain of a grade; a negative grade is worth nothing. */
    double of(int grade) {
        if (grade < 0) {
            return 0;
        }
        return byGrade.isEmpty() ? grade : byGrade.get(grade);
    }
}
