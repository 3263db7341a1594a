package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** What a thing shall have or be like, in words that elsewhere name a thing of their own. */
class FeatureWordingTest {
    @Test
    void searchesForWhatTitlesOfTheThingSoughtHave() {
        Understood.inTurns(Chat::drinks, """
                water bottles / shaker | water bottles; words shaker
                water bottles and mugs / infuser | water bottles / mugs (categories=Water Bottles/Mugs); words infuser
                water bottles / leakproof | water bottles; words leakproof
                """);
    }

    @Test
    void seeksAnotherThingThatNoTitleOfTheThingSoughtHas() {
        Understood.inTurns(Chat::drinks, """
                water bottles / infuser | infuser; words infuser
                water bottles / show me shakers | shakers; words shakers
                water bottles / do you have a shaker | shaker; words shaker
                mugs and shakers / shaker | shaker; words shaker
                water bottles / funnel | funnel
                water bottles / cocktail shaker | cocktail shaker
                """);
    }

    @Test
    void wantsWhatFollowsWithOfTheThingSought() {
        Understood.inTurns(Chat::drinks, """
                water bottles / one with straws | water bottles; words straws
                water bottles / those with straws | water bottles; words straws
                water bottles / any with straws | water bottles; words straws
                water bottles / ones for shakers | water bottles; words shakers
                mugs / with a trombone | mugs; aside 'trombone'
                mugs / one with a trombone | mugs; aside 'trombone'
                """);
    }

    @Test
    void wantsWhatTheThingHasInKorean() {
        Understood.inTurns(Chat::drinks, """
                텀블러 / 빨대 있는 거 | 텀블러; words 빨대
                텀블러 / 빨대 달린 거 | 텀블러; words 빨대
                텀블러 / 뚜껑 있는 거 | 텀블러; aside '뚜껑 있는 거'
                텀블러 / 뚜껑 달린 걸로 | 텀블러; aside '뚜껑 달린'
                텀블러 / 우산 달린 거 | 텀블러; aside '우산 달린'
                텀블러 / 각인 달린 머그컵 | 머그컵; aside '각인 달린'
                텀블러 / 이랑 달린 거 | 텀블러
                """);
    }

    @Test
    void showsWhatThereIsOfTheThingSoughtInKorean() {
        Understood.inTurns(Chat::drinks, """
                텀블러 / 텀블러 있는 거 보여줘 | 텀블러
                $50 이하 텀블러 / 텀블러 있는 거 보여줘 | 텀블러; price<=50 '$50 이하'
                $50 이하 / 텀블러 / 텀블러 있는 거 보여줘 | 텀블러; price<=50 '$50 이하'
                """);
    }

    @Test
    void setsAsideAMannerThatNothingRecordsInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 튼튼한 걸로 | 니트; aside '튼튼한 걸로'
                니트 / 튼튼한 걸로 보여줘 | 니트; aside '튼튼한 걸로'
                니트 / 큰거 | 니트; aside '큰거'
                니트 / 큰거 보여줘 | 니트; aside '큰거'
                니트 / 좀 큰 거 | 니트; aside '큰 거'
                니트 / 도톰한 거 | 니트; aside '도톰한 거'
                니트 / 튼튼한거 있나요? | 니트; aside '튼튼한거'
                니트 / 보들보들한 걸로 | 니트; aside '보들보들한 걸로'
                니트 3만원 이하 / 튼튼한 걸로 | 니트; price<=30000 '3만원 이하'; aside '튼튼한 걸로'
                니트 / 빨간색으로 튼튼한 걸로 | 니트; color=빨강 '빨간색'; hints 튼튼
                """);
        Understood.inTurns(Chat::drinks, """
                텀블러 / 보온 걸로 | 텀블러; words 보온
                텀블러 / wodrel 걸로 | 텀블러; aside 'wodrel'
                """);
    }

    @Test
    void seeksWhatTitlesName() {
        Understood.inTurns(Chat::drinks, """
                carrying caddy | caddy (title=carrying caddy); words carrying caddy
                folding carrying caddy | caddy (title=carrying caddy); words carrying caddy folding
                protein shaker | shaker (title=protein shaker); words protein shaker
                gym shaker | shaker; words shaker gym
                show me an infuser built for travel | infuser; words infuser travel
                """);
    }

    @Test
    void seeksNothingThatTitlesOnlySayOfAThing() {
        Understood.inTurns(Chat::drinks, """
                leakproof | words leakproof
                leakproof with a straw | words leakproof straw
                show me leakproof with straws | words leakproof straws
                """);
    }

    @Test
    void seeksNothingThatAThingIsForOrComesWith() {
        Understood.inTurns(Chat::drinks, """
                shaker with infuser | shaker; words shaker infuser
                shaker for infuser | shaker; words shaker infuser
                something for shakers | words shakers
                one for shakers | words shakers
                for shakers | words shakers
                """);
        Understood.inTurns(Chat::english, """
                do you have trombones for boots | lacks trombones; trombones; words boots
                do you have a trombone with boots | lacks trombone; trombone; words boots
                a trombone for my kettle | lacks trombone; trombone; words kettle
                """);
    }

    @Test
    void seeksTheNarrowerOfTwoKindsSideBySide() {
        Understood.inTurns(Chat::english, """
                sneaker footwear | sneaker; hints footwear
                scarf clothing | scarf; hints clothing
                """);
        Understood.inTurns(Chat::korean, """
                신발 운동화 빼고 | 신발; categories!=운동화 '신발 운동화'
                의류 니트 말고 | 의류; categories!=니트 '의류 니트'
                """);
    }
}
