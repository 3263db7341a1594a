package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** What a shop is asked for and does not carry. */
class AbsenceWordingTest {
    @Test
    void tellsWhatIsNotCarried() {
        Understood.inTurns(Chat::english, """
                do you have trombones? | lacks trombones; trombones
                kettles under $30 / trombones | lacks trombones; trombones
                kettles under $30 / do you have trombones? | lacks trombones; trombones
                kettles under $30 / show me trombones | lacks trombones; trombones
                do you have violins for kids | lacks violins; violins; hints kids
                I need a violin under $50 | lacks violin; violin; price<50 'under $50'
                do you sell qwrtpsdf | lacks qwrtpsdf; qwrtpsdf
                is there any violin | lacks violin; violin
                trombones please | lacks trombones; trombones
                red kettles / trombones | lacks trombones; trombones
                """);
    }

    @Test
    void tellsCompoundsThatNoTitleHas() {
        Understood.inTurns(Chat::english, """
                do you have kettle bells | lacks kettle bells; kettle bells
                show me kettle grills | lacks kettle grills; kettle grills
                got any flying kettles | lacks flying kettles; flying kettles
                do you carry steel chairs | lacks steel chairs; steel chairs
                red kettles / do you have kettle bells | lacks kettle bells; kettle bells
                """);
    }

    @Test
    void tellsBrandsThatAreNotCarried() {
        Understood.inTurns(Chat::english, """
                Nike | lacks nike; brand=nike 'nike'
                Nike boots | lacks nike; boots
                any Nike boots | lacks nike; boots
                boots not by Nike | boots
                Nike or Tallow boots | boots; brand=Tallow 'tallow'
                kettles / Nike / how many | COUNT; brand=nike 'nike'
                """);
    }

    @Test
    void finds() {
        Understood.inTurns(Chat::english, """
                do you have whistling kettles | kettles; words whistling
                is there copper kettle | kettle; color=Copper 'copper'
                boots for hiking | boots; hints hiking
                hiking boots | boots; hints hiking
                sofa or kettle | kettle
                """);
    }

    @Test
    void tellsWhatIsNotCarriedInKorean() {
        Understood.inTurns(Chat::korean, """
                냉장고 있어요? / 니트 | 니트
                나이키 | lacks 나이키; brand=나이키 '나이키'
                나이키 니트 | lacks 나이키; 니트
                니트 / 나이키는? | lacks 나이키; brand=나이키 '나이키'
                드론 파나요 | lacks 드론; 드론
                """);
    }

    @Test
    void answersOfWhatIsNotCarriedAndNotOfTheWholeShop() {
        Understood.inTurns(Chat::english, """
                trombones / how many | COUNT; trombones
                trombones / the cheapest | TOP BY least price; trombones
                trombones / red ones | trombones; color=Red 'red'
                trombones / kettles | kettles
                """);
        Understood.inTurns(Chat::korean, """
                드론 / 몇 개야 | COUNT; 드론
                드론 파나요 / 제일 싼 거 | TOP BY least price; 드론
                드론 / 빨간 거 | 드론; color=빨강 '빨간'
                """);
    }

    @Test
    void tellsFeaturesThatAreNoThingSoldHere() {
        Understood.inTurns(Chat::gadgets, """
                laptops with trombones | laptops; aside 'trombones'
                laptops with laser hinges | laptops; aside 'laser hinges'
                """);
    }
}
