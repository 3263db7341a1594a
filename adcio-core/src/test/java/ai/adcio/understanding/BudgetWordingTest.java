package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** How shoppers put a price or a rating in words; each line ends with all that is understood. */
class BudgetWordingTest {
    @Test
    void readsWhatStandsBeforeANumber() {
        Understood.inTurns(Chat::english, """
                kettles not under 30 | kettles; price>=30 'not under 30'
                kettles, nothing under 30 | kettles; price>=30 'nothing under 30'
                kettles, not less than $30 | kettles; price>=30 'not less than $30'
                kettles no over 30 | kettles; price<=30 'no over 30'
                kettles nothing priced over 30 | kettles; price<=30 'nothing priced over 30'
                kettles, nothing rated lower than 4.5 | kettles; rating>=4.5 'nothing rated lower than 4.5'
                kettles let us not go below 30 | kettles; price>=30 'not go below 30'
                kettles, my budget: 30 | kettles; price<=30 'budget: 30'
                kettles budget 30, at least 20 | kettles; price<=30 'budget 30'; price>=20 'at least 20'
                kettles price over 4 | kettles; price>4 'price over 4'
                kettles over 4 | kettles; rating>4 'over 4'
                kettles under 4 | kettles; price<4 'under 4'
                kettles at least 3 | kettles; rating>=3 'at least 3'
                kettles at least 2 | kettles; price>=2 'at least 2'
                kettles over 20 and under 30 dollars | kettles; price>20 'over 20'; price<30 'and under 30 dollars'
                kettles over 20 and above 4 stars | kettles; price>20 'over 20'; rating>4 'and above 4 stars'
                kettles, between 20 and 30 and rated 4 or better | kettles; price>=20<=30 'between 20 and 30'; rating>=4 'rated 4 or better'
                kettles between $20 and $30 | kettles; price>=20<=30 'between $20 and $30'
                kettles between 20 dollars and 30 dollars | kettles; price>=20<=30 'between 20 dollars and 30 dollars'
                kettles, price from 20 to 35 | kettles; price>=20<=35 'price from 20 to 35'
                kettles 20 to 35 dollars | kettles; price>=20<=35 '20 to 35 dollars'
                kettles, price 25 | kettles; price<=25 'price 25'
                kettles $25 | kettles; price<=25 '$25'
                kettles price 20-30 | kettles; price>=20<=30 'price 20-30'
                kettles: price: under 30 | kettles; price<30 'price: under 30'
                kettles under my 30 | kettles; price<30 'under my 30'
                kettles under the 30 dollars | kettles; price<30 'under the 30 dollars'
                kettles rated at least a 4 | kettles; rating>=4 'rated at least a 4'
                kettles with a price under 30 | kettles; price<30 'with a price under 30'
                kettles not that much over 30 | kettles; price<=30 'not that much over 30'
                kettles, nothing that costs more than 30 | kettles; price<=30 'nothing that costs more than 30'
                kettles, no product over 30 | kettles; price<=30 'no product over 30'
                kettles, not rated under 4 | kettles; rating>=4 'not rated under 4'
                kettles, never anything over 30 | kettles; price<=30 'never anything over 30'
                kettles, nothing much going over 30 | kettles; price<=30 'nothing much going over 30'
                kettles from 20 dollars to 30 dollars | kettles; price>=20<=30 'from 20 dollars to 30 dollars'
                kettles 20 dollars to 30 | kettles; price>=20<=30 '20 dollars to 30'
                kettles $20 to $30 | kettles; price>=20<=30 '$20 to $30'
                kettles 20 bucks - 30 bucks | kettles; price>=20<=30 '20 bucks - 30 bucks'
                kettles rated between 4 and 4.5 | kettles; rating>=4<=4.5 'rated between 4 and 4.5'
                kettles rating 4 to 4.5 | kettles; rating>=4<=4.5 'rating 4 to 4.5'
                kettles rated 4-4.5 | kettles; rating>=4<=4.5 'rated 4-4.5'
                """);
    }

    @Test
    void readsWhatStandsBehindANumber() {
        Understood.inTurns(Chat::english, """
                kettles 30+ | kettles; price>=30 '30+'
                kettles 4.5+ | kettles; rating>=4.5 '4.5+'
                kettles 4+ stars | kettles; rating>=4 '4+ stars'
                kettles 4 stars | kettles; rating>=4 '4 stars'
                kettles 4 and up | kettles; rating>=4 '4 and up'
                kettles 5 and up | kettles; rating>=5 '5 and up'
                kettles 2 and up | kettles; price>=2 '2 and up'
                kettles 6 and up | kettles; price>=6 '6 and up'
                kettles $4 and up | kettles; price>=4 '$4 and up'
                kettles 30 and under | kettles; price<=30 '30 and under'
                kettles rating 4 | kettles; rating>=4 'rating 4'
                kettles 4 rating or better | kettles; rating>=4 '4 rating or better'
                kettles 30 dollars price max | kettles; price<=30 '30 dollars'
                kettles price is 30 or less | kettles; price<=30 'price is 30 or less'
                kettles 4 stars plus | kettles; rating>=4 '4 stars plus'
                kettles, 4.5 stars rating or more | kettles; rating>=4.5 '4.5 stars rating or more'
                kettles for 30 or less and rated 4 or more | kettles; price<=30 '30 or less'; rating>=4 'rated 4 or more'
                """);
    }

    @Test
    void takesAFifthEitherWayForAbout() {
        Understood.inTurns(Chat::english, """
                kettles around $30 | kettles; price>=24<=36 'around $30'
                kettles about 30 dollars | kettles; price>=24<=36 'about 30 dollars'
                kettles roughly 20 | kettles; price>=16<=24 'roughly 20'
                """);
    }

    @Test
    void readsNoPriceIntoOtherNumbers() {
        Understood.inTurns(Chat::english, """
                25 kettles | kettles
                kettle number 25 | kettle
                kettles 20 + 30 | kettles
                3rd kettle under 30 | kettle; price<30 'under 30'
                kettles 7 pieces or more | kettles
                """);
    }

    @Test
    void setsOtherMoneyAside() {
        Understood.inTurns(Chat::english, """
                kettles 30€ max | kettles; aside '30€ max'
                kettles up to 30 pounds | kettles; aside 'up to 30 pounds'
                kettles between 20 and 30 euros | kettles; aside 'between 20 and 30 euros'
                red kettles under 3만원 | kettles; color=Red 'red'; aside 'under 3만원'
                """);
    }

    @Test
    void readsKoreanBudgets() {
        Understood.inTurns(Chat::korean, """
                니트 최대 3만원 | 니트; price<=30000 '최대 3만원'
                니트 최소 2만원 | 니트; price>=20000 '최소 2만원'
                니트 적어도 2만원 | 니트; price>=20000 '적어도 2만원'
                니트 많아도 3만원 | 니트; price<=30000 '많아도 3만원'
                니트 비싸도 3만원 | 니트; price<=30000 '비싸도 3만원'
                니트 한도 3만원 | 니트; price<=30000 '한도 3만원'
                니트 예산은 3만원 이상 | 니트; price>=30000 '예산은 3만원 이상'
                니트 가격은 3만원 | 니트; price<=30000 '가격은 3만원'
                니트 3만원부터 | 니트; price>=30000 '3만원부터'
                니트 2만원부터 4만원까지 | 니트; price>=20000<=40000 '2만원부터 4만원'
                니트 3만원 | 니트; price<=30000 '3만원'
                니트 3만원짜리 | 니트; price>=24000<=36000 '3만원짜리'
                니트 30000 이하 | 니트; price<=30000 '30000 이하'
                니트 2만원 넘는 거 싫어 | 니트; price<=20000 '2만원 넘는 거 싫어'
                니트 2만원 넘는 건 좀 싫어 | 니트; price<=20000 '2만원 넘는 건 좀 싫어'
                니트 2만원 넘는 것은 빼줘 | 니트; price<=20000 '2만원 넘는 것은 빼줘'
                니트 4만원 넘는 걸로 | 니트; price>40000 '4만원 넘는'
                니트 3만원 정도 | 니트; price>=24000<=36000 '3만원 정도'
                니트 3만원쯤 | 니트; price>=24000<=36000 '3만원쯤'
                니트 2만원대 | 니트; price>=20000<30000 '2만원대'
                코트 10만원대 | 코트; price>=100000<200000 '10만원대'
                니트 3만원 이하 2만원 이상 | 니트; price<=30000 '3만원 이하'; price>=20000 '2만원 이상'
                니트 2만원 이상이고 3만원 이하 | 니트; price>=20000 '2만원 이상이고'; price<=30000 '3만원 이하'
                니트 가격대 2만~4만 | 니트; price>=20000<=40000 '가격대 2만~4만'
                니트 2만 4천원 | 니트; price<=24000 '2만 4천원'
                니트 가격 30000원 이하로 | 니트; price<=30000 '가격 30000원 이하로'
                니트 20달러 이하 | 니트; aside '20달러 이하'
                니트 3벌 | 니트
                니트 2~4 | 니트
                니트 3번째 | 니트
                니트 3만원 가격 이하 | 니트; price<=30000 '3만원 가격 이하'
                니트 가격이 3만원 안 넘는 거 | 니트; price<=30000 '가격이 3만원 안 넘는 거'
                니트 3만원 넘는 상품은 빼줘 | 니트; price<=30000 '3만원 넘는 상품은 빼줘'
                니트 3만원 넘는 건 말고 | 니트; price<=30000 '3만원 넘는 건 말고'
                니트 3만원 이하 거 빼고 | 니트; price>30000 '3만원 이하 거 빼고'
                니트 3만원 이상 제품 말고 | 니트; price<30000 '3만원 이상 제품 말고'
                예산 3만원 니트 | 니트; price<=30000 '예산 3만원'
                예산이 3만원 정도 | price>=24000<=36000 '예산이 3만원 정도'
                예산: 3만원 | price<=30000 '예산: 3만원'
                예산 좀 3만원 | price<=30000 '예산 좀 3만원'
                가격 좀 3만원 이하 | price<=30000 '가격 좀 3만원 이하'
                2만원 - 3만원 니트 | 니트; price>=20000<=30000 '2만원 - 3만원'
                2만원 ~ 3만원 니트 | 니트; price>=20000<=30000 '2만원 ~ 3만원'
                """);
    }

    @Test
    void readsKoreanRatings() {
        Understood.inTurns(Chat::korean, """
                니트 별점 4개 | 니트; rating>=4 '별점 4'
                니트 별 4개 이상 | 니트; rating>=4 '별 4개 이상'
                니트 4점대 | 니트; rating>=4 '4점대'
                니트 평점 4~4.5 | 니트; rating>=4<=4.5 '평점 4~4.5'
                니트 평점 4에서 4.5 사이 | 니트; rating>=4<=4.5 '평점 4에서 4.5'; hints 사이
                니트 별점이 4.2 넘는 거 | 니트; rating>4.2 '별점이 4.2 넘는'
                니트 4점 이상 | 니트; rating>=4 '4점 이상'
                니트 별이 4개 넘는 거 | 니트; rating>4 '별이 4개 넘는'
                니트 4점 넘는 거 | 니트; rating>4 '4점 넘는'
                니트 점수 4 이상 | 니트; rating>=4 '점수 4 이상'
                니트 4.5 별점 | 니트; rating>=4.5 '4.5 별점'
                니트 4.5 별점 이상 | 니트; rating>=4.5 '4.5 별점 이상'
                최소 4점 | rating>=4 '최소 4점'
                """);
    }

    @Test
    void readsDenialsOverADistance() {
        Understood.inTurns(Chat::english, """
                kettles not a cent over 30 | kettles; price<=30 'not a cent over 30'
                kettles, I can't go above 30 | kettles; price<=30 'can't go above 30'
                kettles, I don't want to pay more than 30 | kettles; price<=30 'don't want to pay more than 30'
                kettles, we won't spend over $30 | kettles; price<=30 'won't spend over $30'
                kettles no silver over 30 | kettles; color!=Silver 'silver'; price>30 'over 30'
                kettles not red, over 30 | kettles; color!=Red 'red'; price>30 'over 30'
                """);
        Understood.inTurns(Chat::korean, """
                니트 5만원 넘는 건 싫어요 | 니트; price<=50000 '5만원 넘는 건 싫'
                니트 2만원 안 되는 건 말고 | 니트; price>=20000 '2만원 안 되는 건 말고'
                """);
    }
}
