package ai.adcio.sql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jooq.DSLContext;
import org.jooq.PlainSQL;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final DescribedPredicate<AccessTarget> PLAIN_SQL = DescribedPredicate.describe(
            "a method of jOOQ that takes SQL as text",
            target -> target instanceof AccessTarget.CodeUnitCallTarget call
                    && call.resolveMember()
                            .map(JavaCodeUnit.class::cast)
                            .filter(method -> method.isAnnotatedWith(PlainSQL.class))
                            .isPresent());

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ai.adcio.sql");

    @Test
    void givesJooqNoSqlAsText() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "its target is plain SQL", call -> PLAIN_SQL.test(call.getTarget())))
                .check(main);
    }

    @Test
    void noticesSqlAsText() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThatThrownBy(() -> noClasses()
                        .should()
                        .callMethodWhere(DescribedPredicate.describe(
                                "its target is plain SQL", call -> PLAIN_SQL.test(call.getTarget())))
                        .check(offender))
                .isInstanceOf(AssertionError.class);
    }

    /** What the rule is there to find. */
    static final class Offender {
        private Offender() {}

        static int run(DSLContext jooq, String text) {
            return jooq.execute(text);
        }
    }
}
