package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageAction;
import ai.adcio.conversation.PageContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tell me about the first one | e1",
                "more info on #1 | e1",
                "details for the top one please | e1",
                "the second one, details | e2",
                "tell me more about the 3rd | e3",
                "number two please, more info | e2",
                "ok the last one from your list, details | e4",
            })
    void countsInTheLatestList(String text, String id) {
        Chat chat = Chat.english();
        chat.say("kettles");
        assertThat(chat.say(text).ask())
                .isInstanceOfSatisfying(
                        Ask.Details.class, d -> assertThat(d.productIds()).containsExactly(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1번 자세히요 | k1",
                "두 번째 거 자세히 | k2",
                "맨 처음 거 상세정보 볼래 | k1",
                "마지막거 상세 ㄱ | k3",
                "세번째꺼 설명해줘 | k3",
            })
    void countsInTheLatestListInKorean(String text, String id) {
        Chat chat = Chat.korean();
        chat.say("니트");
        assertThat(chat.say(text).ask())
                .isInstanceOfSatisfying(
                        Ask.Details.class, d -> assertThat(d.productIds()).containsExactly(id));
    }

    @Test
    void leavesTheListStandingAfterDetails() {
        Chat chat = Chat.english();
        chat.say("kettles");
        chat.say("tell me about the second one");
        assertThat(chat.say("and the third one, details").ask())
                .isInstanceOfSatisfying(
                        Ask.Details.class, d -> assertThat(d.productIds()).containsExactly("e3"));
    }

    @Test
    void takesTheOneProductFoundForTheFirst() {
        Chat chat = Chat.english();
        chat.say("kettles");
        chat.say("red");
        assertThat(chat.say("tell me about the first one").ask())
                .isInstanceOfSatisfying(
                        Ask.Details.class, d -> assertThat(d.productIds()).containsExactly("e4"));
    }

    @Test
    void countsOnThePageWhenNothingWasShown() {
        PageContext page = PageContext.listing(List.of("e9", "e8", "e5"));
        assertThat(Chat.english().say("price of the second?", page).ask())
                .isInstanceOfSatisfying(Ask.Details.class, d -> {
                    assertThat(d.productIds()).containsExactly("e8");
                    assertThat(d.fields()).contains(Fields.PRICE);
                });
    }

    @Test
    void takesThisForThePagesProduct() {
        Interpretation meaning = Chat.korean().say("이거 얼마예요?", PageContext.product("k4"));
        assertThat(meaning.intent()).isEqualTo(Intent.PAGE_QUESTION);
        assertThat(meaning.ask()).isEqualTo(new Ask.Details(List.of("k4"), List.of(Fields.PRICE), ""));
    }

    @Test
    void asksForTheFieldThatIsNamed() {
        assertThat(Chat.korean().say("이거 노캔 돼?", PageContext.product("k11")).ask())
                .isInstanceOfSatisfying(
                        Ask.Details.class, d -> assertThat(d.fields()).contains("attributes.noiseCancelling"));
        assertThat(Chat.english()
                        .say("what brand is this", PageContext.product("e9"))
                        .ask())
                .isEqualTo(new Ask.Details(List.of("e9"), List.of(Fields.BRAND), "what brand"));
    }

    @Test
    void comparesTheFirstTwo() {
        Chat chat = Chat.english();
        chat.say("kettles");
        assertThat(chat.say("compare the first two").ask()).isEqualTo(new Ask.Compare(List.of("e1", "e2"), null));
        assertThat(chat.say("compare 1 and 3").ask()).isEqualTo(new Ask.Compare(List.of("e1", "e3"), null));
    }

    @Test
    void comparesByWhatIsAsked() {
        PageContext page = PageContext.listing(List.of("e8", "e9"));
        assertThat(Chat.english()
                        .say("which of these two is better rated", page)
                        .ask())
                .isEqualTo(new Ask.Compare(List.of("e8", "e9"), new SortOrder(Fields.RATING, false)));
    }

    @Test
    void looksForTheCheapestAmongThoseOnTheScreen() {
        PageContext page = PageContext.listing(List.of("e8", "e9"));
        assertThat(Chat.english()
                        .say("which of the ones on my screen is the cheapest?", page)
                        .ask())
                .isEqualTo(new Ask.Superlative(new SortOrder(Fields.PRICE, true), List.of("e8", "e9")));
        assertThat(Chat.korean()
                        .say("여기 보이는 것 중에 뭐가 제일 싸?", PageContext.listing(List.of("k1", "k2")))
                        .ask())
                .isEqualTo(new Ask.Superlative(new SortOrder(Fields.PRICE, true), List.of("k1", "k2")));
    }

    @Test
    void findsSomethingLikeThePagesProductButCheaper() {
        Chat chat = Chat.korean();
        Interpretation meaning = chat.say("비슷한데 더 싼 거 있어요?", PageContext.product("k4"));
        assertThat(meaning.need().similarTo()).isEqualTo("k4");
        assertThat(chat.range("price")).isEqualTo("<158000");
        assertThat(chat.found("보여줘")).containsExactly("k5");
    }

    @Test
    void goesToPlacesAndProducts() {
        Chat chat = Chat.english();
        chat.say("kettles");
        assertThat(place(chat.say("take me to my cart"))).isEqualTo(PageAction.Place.CART);
        assertThat(place(chat.say("go to the home page"))).isEqualTo(PageAction.Place.HOME);
        assertThat(place(chat.say("take me to the checkout page"))).isEqualTo(PageAction.Place.CHECKOUT);
        assertThat(chat.say("open the second one").ask())
                .isInstanceOfSatisfying(
                        Ask.OnPage.class,
                        a -> assertThat(a.action())
                                .isEqualTo(new PageAction.Navigate(PageAction.Place.PRODUCT, "e2", null)));
        Chat korean = Chat.korean();
        assertThat(place(korean.say("장바구니로 가줘"))).isEqualTo(PageAction.Place.CART);
        assertThat(place(korean.say("코트 카테고리로 가줘"))).isEqualTo(PageAction.Place.CATEGORY);
    }

    @Test
    void addsToTheCartOnlyWithConfirmation() {
        Chat chat = Chat.english();
        chat.say("kettles");
        assertThat(chat.say("add the second one to my cart").ask()).isInstanceOfSatisfying(Ask.OnPage.class, a -> {
            assertThat(a.action()).isEqualTo(new PageAction.AddToCart("e2", null, 1));
            assertThat(a.action().requiresConfirmation()).isTrue();
        });
    }

    @Test
    void filtersThePageByWhatStays() {
        Interpretation meaning = Chat.english().say("hide everything over $30 on this page");
        assertThat(meaning.ask())
                .isInstanceOfSatisfying(
                        Ask.OnPage.class,
                        a -> assertThat(a.action()).isInstanceOfSatisfying(PageAction.Filter.class, f -> {
                            Chat chat = Chat.english();
                            assertThat(f.constraints()).allMatch(c -> c.test(chat.product("e3")));
                            assertThat(f.constraints()).noneMatch(c -> c.test(chat.product("e5")));
                        }));
    }

    private static PageAction.Place place(Interpretation meaning) {
        assertThat(meaning.intent()).isEqualTo(Intent.NAVIGATE);
        return ((PageAction.Navigate) ((Ask.OnPage) meaning.ask()).action()).place();
    }
}
