package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** Shoppers who correct themselves in one breath, and kinds that are named only in passing. */
class CorrectionWordingTest {
    @Test
    void takesTheLaterNameOfItsSort() {
        Understood.inTurns(Chat::english, """
                Tallow? no, make that Brindle | brand=Brindle 'brindle'
                kettles from Tallow, no wait, Brindle | kettles; brand=Brindle 'brindle'
                red kettles, I mean silver | kettles; color=Silver 'silver'
                red kettles, I mean boots | boots; color=Red 'red'
                red Tallow kettles, make that Brindle | kettles; brand=Brindle 'brindle'; color=Red 'red'
                kettles, no wait, boots | boots
                kettles, no, boots | boots
                kettles, red, no, silver | kettles; color=Silver 'silver'
                Tallow kettles, scratch that, boots | boots; brand=Tallow 'tallow'
                red or silver kettles, I mean clear | kettles; color=Clear 'clear'
                kettles i meant Brindle scarves | scarves; brand=Brindle 'brindle'
                wool scarves, I mean boots | boots
                wool scarves, I meant linen | scarves; words wool linen
                """);
    }

    @Test
    void takesTheLaterNameOfItsSortInKorean() {
        Understood.inTurns(Chat::korean, """
                달빛옷장 니트, 아니지 SORAGIL | 니트; brand=SORAGIL 'soragil'
                니트 아니다 코트 | 코트
                검정 니트, 아니 잠깐 회색 | 니트; color=회색 '회색'
                검정 달빛옷장 니트 아니지 SORAGIL | 니트; brand=SORAGIL 'soragil'; color=검정 '검정'
                니트 빨간색 정정할게 네이비 | 니트; color=네이비 '네이비'
                니트 3만원 이하 아니다 5만원 이하 | 니트; price<=50000 '5만원 이하'
                """);
    }

    @Test
    void takesTheLaterBoundOnItsSide() {
        Understood.inTurns(Chat::english, """
                kettles under $30, I mean under $40 | kettles; price<40 'under $40'
                kettles under $30, I mean $40 | kettles; price<=40 '$40'
                kettles over $20 and under $30, make that under $40 | kettles; price>20 'over $20'; price<40 'under $40'
                kettles under $40 and over $20, make that over $30 | kettles; price<40 'under $40'; price>30 'over $30'
                kettles over 4 stars, no wait, under $40 | kettles; rating>4 'over 4 stars'; price<40 'under $40'
                kettles over 4 stars, I mean over $20 | kettles; rating>4 'over 4 stars'; price>20 'over $20'
                """);
    }

    @Test
    void takesNothingBackWhenNothingElseIsNamed() {
        Understood.inTurns(Chat::english, """
                no, kettles | kettles
                kettles, no | kettles
                kettles, I mean | kettles
                I mean kettles | kettles
                red, no, under $30 | color=Red 'red'; price<30 'under $30'
                """);
    }

    @Test
    void seeksNoKindThatARefinementNamesInPassing() {
        Understood.inTurns(Chat::english, """
                red kettles / black goes better with the boots | kettles; color=Black 'black'; hints better boots
                kettles / red to match my boots | kettles; color=Red 'red'; hints boots
                kettles / under $30 for the garden chair | kettles; price<30 'under $30'; hints garden chair
                kettles / the red one for the boots | kettles; color=Red 'red'; hints boots
                kettles / Tallow for scarves | kettles; brand=Tallow 'tallow'; hints scarves
                kettles / red against the scarf | kettles; color=Red 'red'; hints against scarf
                kettles / red near my old garden chair | kettles; color=Red 'red'; hints near old garden chair
                kettles / red with a very old boots | kettles; color=Red 'red'; hints old boots
                kettles / red one, show it with boots | kettles; color=Red 'red'; hints boots
                """);
    }

    @Test
    void seeksTheKindThatARefinementTurnsTo() {
        Understood.inTurns(Chat::english, """
                kettles / show me red boots | boots; color=Red 'red'
                kettles / boots under $50 | boots; price<50 'under $50'
                kettles / in red, boots | boots; color=Red 'red'
                kettles / something red for boots | boots; color=Red 'red'
                kettles / red instead for boots | boots; color=Red 'red'
                kettles / back to red boots | boots; color=Red 'red'
                kettles / how many red ones for boots | COUNT; boots; color=Red 'red'
                kettles / scarves for kettles | scarves; words kettles
                kettles / red watering cans | watering cans; color=Red 'red'
                red for the boots | boots; color=Red 'red'
                """);
    }

    @Test
    void takesTheKindBehindSomethingOfABrandForAPurpose() {
        Understood.inTurns(Chat::english, """
                something for boots from Tallow | brand=Tallow 'tallow'; words boots
                anything for kettles by Brindle | brand=Brindle 'brindle'; words kettles
                kettles / something for boots from Tallow | brand=Tallow 'tallow'; words boots
                something with boots from Tallow | boots; brand=Tallow 'tallow'
                """);
    }
}
