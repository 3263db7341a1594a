package ai.adcio.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ai.adcio", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("ai.adcio.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreKnowsNoEngineAndNoDriver = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.lucene..",
                    "org.jooq..",
                    "java.sql..",
                    "javax.sql..",
                    "org.opensearch..",
                    "io.weaviate..");

    @ArchTest
    static final ArchRule theLibraryPrintsNothing =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule nobodyInterruptsThreads = noClasses()
            .that()
            // It hands an interrupt of the caller's own thread back to the caller.
            .doNotHaveFullyQualifiedName("ai.adcio.retrieval.HybridRetriever")
            .should()
            .callMethod(Thread.class, "interrupt")
            .because("it breaks H2 files and Lucene readers");

    @ArchTest
    static final ArchRule handlersStayInside = classes()
            .that()
            .haveSimpleNameEndingWith("Handler")
            .and()
            .resideInAPackage("ai.adcio.agent")
            .should()
            .bePackagePrivate();
}
