package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** Sentences that say more of what is sought, in words that elsewhere name something else. */
class RefinementWordingTest {
    @Test
    void allowsWhatWasDeniedWithoutDemandingIt() {
        Understood.inTurns(Chat::english, """
                kettles / not red / actually red is ok | kettles
                kettles / red / clear ones are fine too | kettles; color=Red/Clear 'red / clear'
                kettles / Tallow / other brands are fine | kettles
                kettles / no Tallow / Tallow is ok | kettles
                kettles under 30 / over 30 is fine too | kettles
                kettles under 30 / up to 50 is ok | kettles; price<=50 'up to 50'
                kettles / is red ok? | kettles; color=Red 'red'
                kettles / red is ok | kettles; color=Red 'red'
                """);
    }

    @Test
    void allowsWhatWasDeniedInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 빨강 말고 / 빨강도 괜찮아 | 니트
                니트 / 다른 브랜드도 괜찮아요 | 니트
                니트 3만원 이하 / 3만원 넘어도 괜찮아 | 니트
                니트 3만원 이하 / 10000도 괜찮아 | 니트; price<=30000 '3만원 이하'
                """);
    }

    @Test
    void keepsWhatIsSoughtWhenToldForWhomItIs() {
        Understood.inTurns(Chat::english, """
                kettles / it's a gift for my brother | kettles
                kettles / for my husband | kettles
                kettles / i need a gift for my wife | ASK BACK
                """);
    }

    @Test
    void keepsWhatIsSoughtWhenToldForWhomItIsInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 엄마 선물로요 | 니트; gender=남녀공용/여성 'women'
                니트 / 남친 줄거 | 니트; gender=남성/남녀공용 'men'
                니트 / 아빠 드릴 거예요 | 니트; gender=남성/남녀공용 'men'
                니트 / 선물 추천해줘 | ASK BACK
                """);
    }

    @Test
    void searchesForFeaturesAndForNoOtherThing() {
        Understood.inTurns(Chat::english, """
                kettles / for 2 scarves | kettles; words scarves
                kettles / something with a watering can | kettles; words watering can
                kettles / with a scarf | kettles; words scarf
                kettles / does it come with a scarf | kettles; words scarf
                kettles / gooseneck | kettles; aside 'gooseneck'
                kettles / show me scarves | scarves
                """);
    }

    @Test
    void searchesForFeaturesInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 목폴라 있는 거 | 니트; words 목폴라
                니트 / 주머니 있는 거 | 니트; aside '주머니 있는 거'
                니트 / 세탁기 되는걸로 | 니트; aside '세탁기 되는걸로'
                니트 / 꽃무늬 | 니트; aside '꽃무늬'
                니트 / 가벼운 걸로 | 니트; words 가벼운
                니트 / 우산 | lacks 우산; 우산
                크롭 니트티 | 니트티 (categories=니트); hints 크롭
                흰티 | lacks 티셔츠; 티셔츠; color=흰색 '흰'
                """);
    }

    @Test
    void keepsWhatIsSoughtWhenSeveralWordsSayNothing() {
        Understood.inTurns(Chat::english, """
                kettles under 30 / wodrel qwlek | kettles; price<30 'under 30'
                kettles / wodrel | kettles; aside 'wodrel'
                kettles / wodrel qwlek / with a case | kettles; aside 'case'
                wodrel qwlek | lacks qwlek; qwlek
                """);
        Understood.inTurns(Chat::korean, """
                니트 / 뷁쉙 쫇끓 | 니트
                """);
    }

    @Test
    void searchesTitlesForWhatNoFieldOfThisSenseRecords() {
        Understood.inTurns(Chat::titlesOnly, """
                monitor / black | monitor; words black
                27 inch monitor | monitor; words 27 inch
                stick 32gb | stick; words 32 gb stick
                stick 64gb | stick; words stick; aside '64gb'
                """);
    }

    @Test
    void readsAValueOfOneSyllableBesideTheNameOfItsField() {
        Understood.inTurns(Chat::titlesOnly, """
                monitor / 은 소재로 | monitor; material=은 '은'
                monitor / 은 소재 말고 | monitor; material!=은 '은'
                """);
    }

    @Test
    void leavesOutTheHousesOfADeniedBrand() {
        Understood.inTurns(Chat::titlesOnly, """
                monitor / not Vega | monitor; brand!=Vega/Vega Fan Company 'vega'
                monitor / Vega | monitor; brand=Vega 'vega'
                """);
    }

    @Test
    void countsNothingInAPackAsARating() {
        Understood.inTurns(Chat::english, """
                kettles / set of 4 | kettles; aside 'set of 4'
                kettles pack of 6 | kettles; aside 'pack of 6'
                """);
    }

    @Test
    void asksForNothingOfWhatSomethingIsFreeOf() {
        Understood.inTurns(Chat::english, """
                kettles, scarf free | kettles; title!=scarf 'scarf'
                """);
    }
}
