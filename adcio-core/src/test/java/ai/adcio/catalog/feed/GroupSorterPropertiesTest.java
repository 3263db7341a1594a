package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class GroupSorterPropertiesTest {
    @Property(tries = 200)
    void sortsRowsByTheirGroupsFirstRowWhateverIsHeld(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 2_000) int heldBytes) throws IOException {
        List<Row> numbered = new ArrayList<>();
        for (Row row : rows) {
            numbered.add(new Row(numbered.size() + 1, row.cells()));
        }
        List<List<Row>> groups = new ArrayList<>();
        try (GroupSorter sorter = new GroupSorter(new ReadSettings(null, Clock.systemUTC(), heldBytes, null))) {
            for (Row row : numbered) {
                sorter.add(group(row), row);
            }
            sorter.forEach(groups::add);
        }

        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(numbered);
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.stream().map(GroupSorterPropertiesTest::group).distinct())
                    .hasSize(1);
            assertThat(group).extracting(Row::number).isSorted();
        });
        assertThat(groups).extracting(GroupSorterPropertiesTest::name).doesNotHaveDuplicates();
        assertThat(groups).extracting(group -> group.getFirst().number()).isSorted();
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Cell> cell = Combinators.combine(
                        Arbitraries.of("title", "price", "긴 이름"),
                        Arbitraries.strings().ofMaxLength(20))
                .as((field, value) -> new Cell(field, WellFormed.text(value)));
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"), cell.list().ofMaxSize(4))
                .as((group, cells) -> {
                    List<Cell> all = new ArrayList<>(cells);
                    all.addFirst(new Cell("group", group));
                    return new Row(0, all);
                })
                .list()
                .ofMaxSize(40);
    }

    private static String name(List<Row> group) {
        return group(group.getFirst());
    }

    private static String group(Row row) {
        return row.value("group");
    }
}
