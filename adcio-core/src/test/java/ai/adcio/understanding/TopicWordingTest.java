package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** What stays of a need and what goes when the talk goes on. */
class TopicWordingTest {
    @Test
    void startsAnewWithAnotherKind() {
        Understood.inTurns(Chat::english, """
                kettles / scarves | scarves
                kettles under $30 / scarves | scarves
                Tallow kettles / scarves | scarves
                kettles under $30 / start over, scarves | scarves
                kettles under $30 / new topic: scarves | scarves
                kettles under $30 / different question, anything in red? | color=Red 'red'
                kettles under $30 / start over | RESET
                kettles / scratch that | RESET
                kettles / scratch that, scarves | scarves
                start over | RESET
                start over with kettles | kettles
                start over, show me whistling | words whistling
                kettles / forget it | RESET
                kettles / scratch that, red | kettles; color=Red 'red'
                watering cans under $14 / boots | boots
                """);
    }

    @Test
    void comesBackToAnEarlierKind() {
        Understood.inTurns(Chat::english, """
                kettles under $30 / scarves / kettles again | kettles; price<30 'under $30'
                kettles under $30 / scarves / back to the kettles | kettles; price<30 'under $30'
                kettles under $30 / scarves / go back to the kettles, red | kettles; price<30 'under $30'; color=Red 'red'
                garden chairs under $70 / boots / the chairs again | garden chairs; price<70 'under $70'
                garden chairs under $70 / boots / back to the chairs | garden chairs; price<70 'under $70'
                watering cans under $70 / boots / back to the cans | watering cans; price<70 'under $70'; words cans
                shoes / boots / back to shoes | shoes
                kettles under $30 / scarves / what about the kettle | kettles; price<30 'under $30'
                kettles / scarves / boots / back to scarves | scarves
                kettles / back to kettles | kettles
                kettles under $30 / scarves / back to whistling | scarves; words whistling
                scarves / kettles / red / go back to scarf please | scarves
                kettles / scarves / show the kettle ones again | kettles
                do you have trombones / kettles / back to the trombones | lacks trombones; trombones
                do you have trombones / kettles / go back to kettles | kettles
                """);
    }

    @Test
    void keepsTheBudgetWhenTheKindIsCorrected() {
        Understood.inTurns(Chat::english, """
                kettles under $30 / not kettles, scarves | scarves; price<30 'under $30'
                kettles under $30 / scarves instead | scarves; price<30 'under $30'
                kettles under $30 / I meant scarves | scarves; price<30 'under $30'
                red kettles under $30 / scarves instead | scarves; price<30 'under $30'
                kettles / make that boots | boots
                kettles under $30 / actually boots instead | boots; price<30 'under $30'
                """);
    }

    @Test
    void keepsTheNeedWhenTheKindIsSaidAgain() {
        Understood.inTurns(Chat::english, """
                kettles / kettle | kettles
                garden chairs under $70 / chairs | garden chairs; price<70 'under $70'
                Tallow kettles / any kettles | kettles
                Tallow kettles / any kettle will do | kettles
                shoes under $50 / boots | boots; price<50 'under $50'
                boots / shoes | shoes
                """);
    }

    @Test
    void keepsTheNeedWhenWordsAreAdded() {
        Understood.inTurns(Chat::english, """
                kettles under $30 / whistling | kettles; price<30 'under $30'; words whistling
                kettles under $30 / only whistling ones | kettles; price<30 'under $30'; words whistling
                kettles under $30 / any whistling? | kettles; price<30 'under $30'; words whistling
                kettles / whistling / copper | kettles; color=Copper 'copper'; words whistling
                kettles / show me whistling ones | kettles; words whistling
                kettles / copper one | kettles; color=Copper 'copper'
                kettles / show wool under $30 | kettles; price<30 'under $30'; hints wool
                kettles / show only wool | kettles; words wool
                kettles / show one with wool | kettles; words wool
                kettles / oak | kettles; words oak
                kettles / red oak | kettles; color=Red 'red'; words oak
                """);
    }

    @Test
    void addsAKindToWhatWasSaidBefore() {
        Understood.inTurns(Chat::english, """
                Tallow / kettles | kettles; brand=Tallow 'tallow'
                Tallow / scarves | scarves
                Tallow under $40 / scarves | scarves
                red things / kettles | kettles; color=Red 'red'
                under $30 / kettles | kettles; price<30 'under $30'
                I need a gift / kettles | kettles
                Brindle / boots | boots
                Brindle / sneakers | sneakers; brand=Brindle 'brindle'
                Brindle / watering cans | watering cans; brand=Brindle 'brindle'
                Wrenfield / chairs | chairs (categories=Garden Chairs or title=chair); brand=Wrenfield 'wrenfield'
                Tallow / chairs | chairs (categories=Garden Chairs or title=chair)
                red / something from Tallow | brand=Tallow 'tallow'
                under $30 / Tallow | price<30 'under $30'; brand=Tallow 'tallow'
                """);
    }

    @Test
    void keepsTheKindOfABrandThatMakesIt() {
        Understood.inTurns(Chat::english, """
                kettles / Brindle | kettles; brand=Brindle 'brindle'
                kettles / Brindle / Tallow | kettles; brand=Tallow 'tallow'
                kettles under $30 / Wrenfield | brand=Wrenfield 'wrenfield'
                kettles under $30 / something from Brindle | brand=Brindle 'brindle'
                kettles under $30 / anything by Wrenfield | brand=Wrenfield 'wrenfield'
                kettles under $30 / Brindle ones | kettles; price<30 'under $30'; brand=Brindle 'brindle'
                kettles under $30 / Brindle instead | kettles; price<30 'under $30'; brand=Brindle 'brindle'
                red kettles / something from the Brindle ones | kettles; color=Red 'red'; brand=Brindle 'brindle'
                watering cans / Wrenfield | watering cans; brand=Wrenfield 'wrenfield'
                kettles / Pine & Moss | brand=Pine & Moss 'pine & moss'
                kettles / Brindle things | brand=Brindle 'brindle'
                kettles / one from Brindle | kettles; brand=Brindle 'brindle'
                kettles / any of the Brindle things | brand=Brindle 'brindle'
                chairs / Brindle | chairs (categories=Garden Chairs or title=chair); brand=Brindle 'brindle'
                chairs under $90 / Tallow | brand=Tallow 'tallow'
                Brindle kettles / any boots | boots
                kettles / anything wool from Wrenfield | brand=Wrenfield 'wrenfield'; words wool
                """);
    }

    @Test
    void liftsWhatNoLongerMatters() {
        Understood.inTurns(Chat::english, """
                kettles / red / any color | kettles
                kettles / Tallow / any brand | kettles
                kettles / rated 4.5 or better / any rating | kettles
                kettles / under $30 / price doesn't matter | kettles
                kettles / under $30 / any price | kettles
                kettles / no Tallow / any brand | kettles
                kettles / not red / any color | kettles
                kettles / under $30 / drop the price limit | kettles
                kettles / red / remove the color | kettles
                kettles / Tallow / hide the brand | kettles
                kettles / Tallow / brand doesn't matter, under $30 | kettles; price<30 'under $30'
                kettles / any of the colours | kettles
                red kettles / whatever color, Tallow | kettles; brand=Tallow 'tallow'
                kettles in any colour but red | kettles; color!=Red 'red'
                """);
    }

    @Test
    void showsMoreOfTheSame() {
        Understood.inTurns(Chat::english, """
                kettles / more | kettles; without e1 e2 e3 e4
                kettles / more / more | kettles; without e1 e2 e3 e4
                kettles / more / red | kettles; color=Red 'red'
                kettles / show me others | kettles; without e1 e2 e3 e4
                red kettles / others | kettles; color=Red 'red'; without e4
                """);
    }

    @Test
    void ordersWhatIsShown() {
        Understood.inTurns(Chat::english, """
                kettles / sort by price | kettles; sorted by least price
                kettles sorted by rating / most expensive first | kettles; sorted by most price
                kettles, most popular first | kettles; sorted by most ratingCount
                kettles / best rated first | kettles; sorted by most rating
                kettles in stock | kettles; availability=InStock 'in stock'
                """);
    }

    @Test
    void movesABoundByANumberAlone() {
        Understood.inTurns(Chat::english, """
                kettles / thirty | kettles; price<=30 'thirty'
                kettles / 4.5 | kettles; rating>=4.5 '4.5'
                kettles / 3 | kettles; rating>=3 '3'
                kettles / 5 | kettles; rating>=5 '5'
                kettles / 6 | kettles; price<=6 '6'
                kettles / $25 | kettles; price<=25 '$25'
                kettles / $4 | kettles; price<=4 '$4'
                kettles / 25 euros | kettles; aside '25 euros'
                kettles / 25 / 20 | kettles; price<=20 '20'
                kettles / 4 / 4.5 | kettles; rating>=4.5 '4.5'
                kettles / 2 | TALK unreadable; kettles
                25 | TALK unreadable
                kettles / £30 | kettles; aside '£30'
                """);
    }

    @Test
    void asksBackWhenShoppersAreAtALoss() {
        Understood.inTurns(Chat::english, """
                kettles / I need a gift | ASK BACK
                kettles / surprise me | ASK BACK; kettles
                surprise me | ASK BACK
                I have no idea what to get | ASK BACK
                kettles / not sure what to get | ASK BACK; kettles
                something | ASK BACK
                show me | ASK BACK
                a birthday present for my sister | ASK BACK
                kettles / no idea, red | kettles; color=Red 'red'
                kettles / no idea, whistling | kettles; words whistling
                no idea, whistling | ASK BACK
                no idea, red kettles | kettles; color=Red 'red'
                kettles / help me choose | ASK BACK; kettles
                help me choose a kettle | kettle
                kettles / gift | ASK BACK
                is there anything | ASK BACK
                what do you have | ASK BACK
                kettles with free delivery / what do you have | kettles; aside 'free delivery'
                """);
    }

    @Test
    void saysSoWhenNothingCanBeRead() {
        Understood.inTurns(Chat::english, """
                kettles / hmm | TALK unreadable; kettles
                asdfghjkl | TALK unreadable
                qwrtpsdf zxcvbnm | TALK unreadable
                kettles / show | kettles
                """);
    }

    @Test
    void goesOnInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 3만원 이하 / 코트 | 코트
                니트 3만원 이하 / 코트 / 다시 니트 | 니트; price<=30000 '3만원 이하'
                니트 3만원 이하 / 니트 말고 코트 | 코트; price<=30000 '3만원 이하'
                니트 3만원 이하 / 코트로 바꿔줘 | 코트; price<=30000 '3만원 이하'
                여성 니트 / 코트로 바꿔줘 | 코트; gender=남녀공용/여성 '여성'
                니트 3만원 이하 / 뜀틀 | brand=뜀틀 '뜀틀'
                소라길 / 운동화 | 운동화; brand=SORAGIL '소라길'
                달빛옷장 / 운동화 | 운동화
                신발 / 운동화 | 운동화
                영양제 / 오메가3 | 오메가3
                오메가3 / 영양제 | 영양제
                니트 / 코트도 있어? | 코트
                니트 / 그럼 코트는 얼마야 | 코트
                """);
    }

    @Test
    void liftsInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 상관없이 아무거나 | 니트
                니트 3만원 이하 / 색은 상관없어 | 니트; price<=30000 '3만원 이하'
                검정 니트 / 색상 상관없어 | 니트
                소라길 니트 / 브랜드 무관 | 니트
                """);
    }

    @Test
    void showsMoreInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 더 보여줘 | 니트; without k1 k2 k3
                니트 / 다른 거 | 니트; without k1 k2 k3
                니트 가격 낮은 순 | 니트; sorted by least price
                니트 / 비싼 순으로 | 니트; sorted by most price
                니트 / 리뷰 많은 순 | 니트; sorted by most ratingCount
                니트 / 3만 | 니트; price<=30000 '3만'
                니트 / 4.5 | 니트; rating>=4.5 '4.5'
                니트 / 4만원 | 니트; price<=40000 '4만원'
                니트 / 선물 추천해줘 | ASK BACK
                니트 / 뭐 살지 모르겠어 | ASK BACK; 니트
                모르겠어 | ASK BACK
                """);
    }

    @Test
    void turnsToWhatIsAskedForByWordsAlone() {
        Understood.inTurns(Chat::english, """
                kettles / show wool | words wool
                kettles / find whistling | words whistling
                kettles / do you have wool | words wool
                kettles / do you have any oak | words oak
                kettles / show me lilac | lacks lilac; lilac
                any whistling | words whistling
                """);
    }
}
